package io.hengwei.platform.account.review;

import io.hengwei.platform.record.Due;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTokens;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.search.SearchQuery;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads account reviews.
@Component
@Transactional(readOnly = true)
class AccountReviewQueries {
    record Row(
            RecordId id,
            String number,
            String title,
            ReviewCause cause,
            AccountReview.State state,
            Phase phase,
            Refs.Unit unit,
            LocalDate asOf,
            int accounts,
            int undecided,
            int followUps,
            Refs.@Nullable Person confirmedBy,
            @Nullable Instant nextDueAt,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    /// @param asked those that wait for the person's word
    record Filter(
            @Nullable Set<AccountReview.State> state,
            @Nullable Set<ReviewCause> cause,
            @Nullable UUID unit,
            @Nullable Boolean asked,
            @Nullable Due due,
            @Nullable Instant openedFrom,
            @Nullable Instant openedTo,
            @Nullable @Size(max = 200) String text) {}

    private static final Sort OPENED = Sort.newest("openedAt", "r.opened_at");
    private static final Sort UPDATED = Sort.newest("updatedAt", "r.updated_at");

    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    AccountReviewQueries(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter).slice(db, page, "r.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter).inScope("account-review:export", "r.unit", "r.requester").stream(
                db, page, "r.id", limit, Row.class, each);
    }

    private Sql query(Filter filter) {
        var asked = Boolean.TRUE.equals(filter.asked());
        return Sql.select("""
            r.id, r.number, r.title, r.cause, r.state, c.phase, u.id as unit_id, u.name as unit_name, r.as_of, r.accounts, r.undecided, r.follow_ups,
            p.id as confirmed_by_id, p.name as confirmed_by_name, pu.name as confirmed_by_unit, c.next_due_at, r.opened_at, r.updated_at, r.version""")
                .from("account.account_review r")
                .beside("join record.record_card c on c.id = r.id")
                .decoratedBy("""
                    left join identity.unit_card u on u.id = r.unit left join identity.person_card p on p.id = r.confirmed_by
                    left join identity.unit_card pu on pu.id = p.unit""")
                .where("r.state = any(:state)", filter.state())
                .where("r.cause = any(:cause)", filter.cause())
                .where("r.unit = :unit", filter.unit())
                .where(
                        "c.asked @> array[cast(:asked as uuid)]",
                        asked ? Scope.current().me().value() : null)
                .when(asked, "r.state = 'REVIEWING'")
                .where("r.opened_at >= :openedFrom", filter.openedFrom())
                .where("r.opened_at < :openedTo", filter.openedTo())
                .moving(
                        "r.state = 'REVIEWING' and r.due_at < :dueUntil",
                        filter.due() == null ? null : filter.due().until(clock.instant(), settings))
                .matching(
                        "r.id",
                        RecordTokens.of(
                                "ACCOUNT_REVIEW", SearchQuery.of(filter.text()).required()))
                .inScopeOrConcerning("account-review:read", "r.unit", "r.id", asked)
                .sortedBy(OPENED, UPDATED);
    }
}
