package io.hengwei.platform.audit.review;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads log reviews.
@Component
@Transactional(readOnly = true)
class LogReviewQueries {
    record Row(
            RecordId id,
            String number,
            String title,
            LogReview.State state,
            Phase phase,
            LocalDate periodFrom,
            LocalDate periodTo,
            Refs.Unit unit,
            Refs.@Nullable Person assignee,
            @Nullable Instant dueAt,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    record Filter(@Nullable Set<LogReview.State> state) {}

    private static final Sort OPENED = Sort.newest("openedAt", "r.opened_at");
    private static final Sort UPDATED = Sort.newest("updatedAt", "r.updated_at");

    private final JdbcClient db;

    LogReviewQueries(JdbcClient db) {
        this.db = db;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter, "log-review:read").slice(db, page, "r.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter, "log-review:export").stream(db, page, "r.id", limit, Row.class, each);
    }

    private static Sql query(Filter filter, String permission) {
        return Sql.select("""
            c.id, c.number, c.title, r.state, c.phase, r.period_from, r.period_to, u.id as unit_id, u.name as unit_name, a.id as assignee_id, a.name as assignee_name,
            au.name as assignee_unit, r.due_at, c.opened_at, c.updated_at, c.version""")
                .from("audit.log_review r")
                .beside("join record.record_card c on c.id = r.id")
                .decoratedBy("""
                    left join identity.unit_card u on u.id = c.unit left join identity.person_card a on a.id = c.assignee left join identity.unit_card au on au.id = a.unit""")
                .where("r.state = any(:state)", filter.state())
                .inScope(permission, "r.unit", "r.assignee")
                .sortedBy(OPENED, UPDATED);
    }
}
