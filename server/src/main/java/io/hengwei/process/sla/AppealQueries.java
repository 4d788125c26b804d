package io.hengwei.process.sla;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads appeals.
@Component
@Transactional(readOnly = true)
class AppealQueries {
    record Row(
            RecordId id,
            String number,
            String title,
            Appeal.State state,
            Phase phase,
            ClockName clock,
            Instant from,
            Instant to,
            long countedMinutes,
            Refs.Unit unit,
            Refs.@Nullable Person requester,
            Refs.@Nullable Person decidedBy,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    /// @param mine those the person has lodged
    record Filter(
            @Nullable Set<Appeal.State> state,
            @Nullable UUID unit,
            @Nullable Boolean mine) {}

    private static final Sort OPENED = Sort.newest("openedAt", "a.opened_at");

    private final JdbcClient db;

    AppealQueries(JdbcClient db) {
        this.db = db;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter, "appeal:read").slice(db, page, "a.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter, "appeal:export").stream(db, page, "a.id", limit, Row.class, each);
    }

    private static Sql query(Filter filter, String permission) {
        var mine = Boolean.TRUE.equals(filter.mine());
        return Sql.select("""
            a.id, a.number, a.title, a.state, c.phase, a.clock_name as clock, a.part_from as "from", a.part_to as "to", a.minutes as counted_minutes,
            u.id as unit_id, u.name as unit_name, r.id as requester_id, r.name as requester_name, ru.name as requester_unit, p.id as decided_by_id,
            p.name as decided_by_name, pu.name as decided_by_unit, a.opened_at, a.updated_at, a.version""")
                .from("sla.appeal a")
                .beside("join record.record_card c on c.id = a.id")
                .decoratedBy("""
                    left join identity.unit_card u on u.id = a.unit left join identity.person_card r on r.id = a.requester left join identity.unit_card ru on ru.id = r.unit
                    left join identity.person_card p on p.id = a.decided_by left join identity.unit_card pu on pu.id = p.unit""")
                .where("a.state = any(:state)", filter.state())
                .where("a.unit = :unit", filter.unit())
                .where("a.requester = :maker", mine ? Scope.current().me().value() : null)
                .inScope(permission, "a.unit", "a.requester", mine)
                .sortedBy(OPENED);
    }
}
