package io.hengwei.process.levelreport;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.page.RecordView;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads reports of levels.
@Component
@Transactional(readOnly = true)
class LevelReportQueries {
    /// @param over the unit to which the role of those told is bound
    /// @param dueAt by when somebody has to acknowledge it, or had to
    /// @param told how many people
    /// @param record the fault; null for whoever is told of it and may not read it
    record Row(
            RecordId id,
            String number,
            String title,
            LevelReport.State state,
            Phase phase,
            String level,
            String role,
            Refs.Unit over,
            int told,
            Instant dueAt,
            boolean unheard,
            Refs.@Nullable Person acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            RecordView.@Nullable Other record,
            Refs.Unit unit,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    /// @param mine those that wait for the person's word
    /// @param record the fault
    record Filter(
            @Nullable Set<LevelReport.State> state,
            @Nullable Set<@Pattern(regexp = "LEVEL_(I|II|III|IV)") String> level,
            @Nullable UUID unit,
            @Nullable UUID record,
            @Nullable Boolean mine) {}

    private static final Sort OPENED = Sort.newest("openedAt", "l.opened_at");

    private final JdbcClient db;

    LevelReportQueries(JdbcClient db) {
        this.db = db;
    }

    Slice<Row> list(Filter filter, Page page) {
        var mine = Boolean.TRUE.equals(filter.mine());
        return query(filter, mine)
                .inScopeOrConcerning("level-report:read", "l.unit", "l.id", mine)
                .slice(db, page, "l.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter, Boolean.TRUE.equals(filter.mine())).within("level-report:export", "l.unit").stream(
                db, page, "l.id", limit, Row.class, each);
    }

    private static Sql query(Filter filter, boolean mine) {
        return Sql.select("""
            l.id, l.number, l.title, l.state, c.phase, l.level, l.role, o.id as over_id, o.name as over_name,
            cardinality(string_to_array(l.told, ' ')) as told, l.due_at, l.unheard, p.id as acknowledged_by_id, p.name as acknowledged_by_name,
            pu.name as acknowledged_by_unit, l.acknowledged_at, k.id as record_id, k.kind as record_kind, k.number as record_number, k.title as record_title,
            k.state as record_state, k.phase as record_phase, u.id as unit_id, u.name as unit_name, l.opened_at, l.updated_at, l.version""")
                .from("levelreport.level_report l")
                .beside("join record.record_card c on c.id = l.id")
                .decoratedBy("""
                    left join record.record_card k on k.id = l.record left join identity.unit_card u on u.id = l.unit left join identity.unit_card o on o.id = l.over
                    left join identity.person_card p on p.id = l.acknowledged_by left join identity.unit_card pu on pu.id = p.unit""")
                .where("l.state = any(:state)", filter.state())
                .where("l.level = any(:level)", filter.level())
                .where("l.unit = :unit", filter.unit())
                .where("l.record = :record", filter.record())
                .where(
                        "l.state = 'SENT' and c.asked @> array[cast(:asked as uuid)]",
                        mine ? Scope.current().me().value() : null)
                .sortedBy(OPENED);
    }
}
