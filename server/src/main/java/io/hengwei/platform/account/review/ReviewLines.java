package io.hengwei.platform.account.review;

import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.account.review.FrozenAccount.FrozenRole;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The lines of rounds: written when a round begins, decided while it lasts, and never frozen anew.
@Component
class ReviewLines {
    private static final TypeReference<List<FrozenRole>> ROLES = new TypeReference<>() {};

    private record Row(
            UUID id,
            UserId person,
            String name,
            String roles,
            @Nullable ReviewVerdict verdict,
            @Nullable String comment,
            String withdraw,
            @Nullable UserId decidedBy,
            @Nullable Instant decidedAt,
            @Nullable UUID request,
            @Nullable Instant settledAt,
            @Nullable String waived) {}

    private final JdbcClient db;
    private final JsonMapper json;

    ReviewLines(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<ReviewLine> of(RecordId review) {
        return db.sql("""
            select id, person, name, roles::text as roles, verdict, comment, withdraw, decided_by, decided_at, request, settled_at, waived
            from account.review_line where review = ? order by name, id""").param(review.value()).query(Rows.of(Row.class)).list().stream()
                .map(this::line)
                .toList();
    }

    /// Whose accounts are in a round of the period that begins on this day.
    Set<UserId> reviewed(LocalDate period) {
        return db.sql("""
                select l.person from account.review_line l join account.account_review r on r.id = l.review
                where r.cause = 'PERIODIC' and r.as_of = ?""").param(period).query(UUID.class).list().stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    private ReviewLine line(Row row) {
        var held = roles(row.roles()).stream()
                .filter(FrozenRole::granted)
                .map(role -> new RequestedRight(role.role(), role.unit()))
                .toList();
        return new ReviewLine(
                row.id(),
                row.person(),
                row.name(),
                held,
                row.verdict(),
                row.comment(),
                RequestedRight.read(row.withdraw()),
                row.decidedBy(),
                row.decidedAt(),
                row.request(),
                row.settledAt(),
                row.waived());
    }

    List<FrozenRole> roles(String written) {
        return json.readValue(written, ROLES);
    }

    void begin(RecordId review, OpenAccountReview opened, Collection<FrozenAccount> accounts) {
        accounts.forEach(each -> insert(review, opened, each));
    }

    private void insert(RecordId review, OpenAccountReview opened, FrozenAccount frozen) {
        var account = frozen.account();
        db.sql("""
            insert into account.review_line (id, review, unit, person, name, person_unit, account_class, staff_number, post, ends_at, active, roles,
                group_names, last_sign_in, second_factor, hints)
            values (:id, :review, :unit, :person, :name, :home, :class, :number, :post, :ends, :active, cast(:roles as jsonb), :groups, :last, :factor, :hints)""")
                .param("id", Ids.next())
                .param("review", review.value())
                .param("unit", opened.unit().value())
                .param("person", account.person().value())
                .param("name", account.name())
                .param("home", account.unit().value())
                .param("class", account.accountClass().name())
                .param("number", account.staffNumber())
                .param("post", account.post())
                .param("ends", at(account.endsAt()))
                .param("active", account.active())
                .param("roles", json.writeValueAsString(frozen.roles()))
                .param("groups", account.groups().toArray(String[]::new))
                .param("last", at(account.lastSignIn()))
                .param("factor", account.secondFactor())
                .param("hints", frozen.hints().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    void write(Collection<ReviewLine> lines) {
        for (var line : lines)
            db.sql("""
                update account.review_line set verdict = :verdict, comment = :comment, withdraw = :withdraw, decided_by = :by, decided_at = :at,
                    request = :request, settled_at = :settled, waived = :waived where id = :id""")
                    .param(
                            "verdict",
                            line.verdict() == null ? null : line.verdict().name())
                    .param("comment", line.comment())
                    .param("withdraw", RequestedRight.written(line.withdraw()))
                    .param(
                            "by",
                            line.decidedBy() == null ? null : line.decidedBy().value())
                    .param("at", at(line.decidedAt()))
                    .param("request", line.request())
                    .param("settled", at(line.settledAt()))
                    .param("waived", line.waived())
                    .param("id", line.id())
                    .update();
    }

    private static @Nullable Object at(@Nullable Instant at) {
        return at == null ? null : SqlValues.of(at);
    }
}
