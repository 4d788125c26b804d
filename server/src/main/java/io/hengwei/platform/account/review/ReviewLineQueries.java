package io.hengwei.platform.account.review;

import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.account.review.FrozenAccount.FrozenRole;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the lines of rounds: those of one, or those from which something still has to follow.
@Component
@Transactional(readOnly = true)
class ReviewLineQueries {
    /// The account as it was frozen.
    record Account(
            UUID person,
            String name,
            Refs.Unit unit,
            AccountClass accountClass,
            @Nullable String staffNumber,
            @Nullable String post,
            @Nullable Instant endsAt,
            boolean active,
            List<String> groups,
            @Nullable Instant lastSignIn,
            boolean secondFactor,
            List<String> hints) {}

    /// What was decided about it, and what became of that.
    ///
    /// @param request the application that carries it out
    record Word(
            ReviewVerdict verdict,
            @Nullable String comment,
            Refs.Person by,
            Instant at,
            @Nullable UUID requestId,
            @Nullable String request,
            @Nullable Instant settledAt,
            @Nullable String waived) {}

    /// @param word null while nothing is decided
    /// @param withdraw the roles that are to go
    record Line(
            UUID id,
            UUID review,
            String number,
            Account account,
            @Nullable Word word,
            List<FrozenRole> roles,
            List<RequestedRight> withdraw) {}

    record Row(
            UUID id,
            UUID review,
            String number,
            Account account,
            @Nullable Word word,
            String roles,
            String withdraw) {}

    /// A line in a file.
    record Exported(
            String number,
            String name,
            String unit,
            AccountClass accountClass,
            @Nullable String staffNumber,
            @Nullable String post,
            @Nullable Instant endsAt,
            boolean active,
            List<String> roles,
            List<String> groups,
            @Nullable Instant lastSignIn,
            boolean secondFactor,
            List<String> hint,
            @Nullable ReviewVerdict verdict,
            @Nullable String comment,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String request,
            @Nullable Instant settledAt,
            @Nullable String waived) {}

    /// @param review the lines of this round alone
    /// @param open those of confirmed rounds whose account has not yet become what was decided; of all rounds
    /// together there are no others
    record Filter(
            @Nullable UUID review,
            @Nullable ReviewVerdict verdict,
            @Nullable Boolean undecided,
            @Nullable Boolean open,
            @Nullable AccountHint hint) {}

    private static final Sort NAME = Sort.text("name", "(l.name collate \"zh-Hans-CN-x-icu\")");
    private static final String SHOWN = """
        l.id, l.review, r.number, l.person as account_person, l.name as account_name, u.id as account_unit_id, u.name as account_unit_name,
        l.account_class as account_account_class, l.staff_number as account_staff_number, l.post as account_post, l.ends_at as account_ends_at,
        l.active as account_active, l.group_names as account_groups, l.last_sign_in as account_last_sign_in, l.second_factor as account_second_factor,
        l.hints as account_hints, l.verdict as word_verdict, l.comment as word_comment, p.id as word_by_id, p.name as word_by_name, pu.name as word_by_unit,
        l.decided_at as word_at, l.request as word_request_id, q.number as word_request, l.settled_at as word_settled_at, l.waived as word_waived,
        l.roles::text as roles, l.withdraw""";
    private static final String WRITTEN = """
        r.number, l.name, u.name as unit, l.account_class, l.staff_number, l.post, l.ends_at, l.active,
        array(select (e ->> 'name') || ' · ' || (e ->> 'unitName') from jsonb_array_elements(l.roles) e) as roles,
        l.group_names as groups, l.last_sign_in, l.second_factor, l.hints as hint, l.verdict, l.comment, p.name as decided_by, l.decided_at,
        q.number as request, l.settled_at, l.waived""";

    private final ReviewLines lines;
    private final RecordCards cards;
    private final JdbcClient db;

    ReviewLineQueries(ReviewLines lines, RecordCards cards, JdbcClient db) {
        this.lines = lines;
        this.cards = cards;
        this.db = db;
    }

    /// Whoever takes part in a round sees its lines, whatever units that person may read.
    Slice<Line> list(Filter filter, Page page) {
        var one = filter.review();
        if (one != null) cards.visible(new RecordId(one));
        return query(SHOWN, filter)
                .inScope("account-review:read", "l.unit", "l.person", one != null)
                .slice(db, page, "l.id", Row.class)
                .map(this::line);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Exported> each) {
        query(WRITTEN, filter).within("account-review:export", "l.unit").stream(
                db, page, "l.id", limit, Exported.class, each);
    }

    private static Sql query(String columns, Filter filter) {
        return Sql.select(columns)
                .from("account.review_line l", "join account.account_review r on r.id = l.review")
                .decoratedBy("""
                    join identity.unit_card u on u.id = l.person_unit left join identity.person_card p on p.id = l.decided_by
                    left join identity.unit_card pu on pu.id = p.unit left join account.account_request q on q.id = l.request""")
                .where("l.review = :review", filter.review())
                .where("l.verdict = :verdict", filter.verdict())
                .when(Boolean.TRUE.equals(filter.undecided()), "l.verdict is null")
                .when(
                        filter.review() == null || Boolean.TRUE.equals(filter.open()),
                        "l.verdict in ('CHANGE', 'CLOSE') and l.settled_at is null and r.state = 'FOLLOWING'")
                .where(
                        "l.hints @> array[cast(:hint as text)]",
                        filter.hint() == null ? null : filter.hint().name())
                .sortedBy(NAME);
    }

    private Line line(Row row) {
        return new Line(
                row.id(),
                row.review(),
                row.number(),
                row.account(),
                row.word(),
                lines.roles(row.roles()),
                RequestedRight.read(row.withdraw()));
    }
}
