package io.hengwei.process.sla;

import io.hengwei.platform.record.RecordClocks.State;
import io.hengwei.platform.record.page.RecordView;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
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

/// Reads missed limits, and those that were kept; those of records that were called off are neither.
@Component
@Transactional(readOnly = true)
class BreachQueries {
    /// @param limit as the rule states it
    /// @param stoppedAt when it was reached after all; null while it still runs
    record Row(
            UUID id,
            ClockName clock,
            State state,
            String limit,
            String level,
            @Nullable Instant breachedAt,
            @Nullable Instant stoppedAt,
            RecordView.Other record,
            Refs.Unit unit,
            Refs.@Nullable System system,
            Refs.@Nullable Group assignmentGroup,
            @Nullable BreachCause breachCause,
            @Nullable String reason,
            @Nullable String measure,
            Refs.@Nullable Person accountedBy,
            @Nullable Instant accountedAt) {}

    /// @param met those that were kept instead of those that were missed
    /// @param accounted whether cause and measure are there
    /// @param lacking of records without these
    /// @param knownFrom missed, or kept, not before
    /// @param knownTo missed, or kept, before
    /// @param running whether the limit is still running over
    record Filter(
            @Nullable Boolean met,
            @Nullable Set<ClockName> clock,
            @Nullable Set<BreachCause> breachCause,
            @Nullable Boolean accounted,
            @Nullable Boolean running,
            @Nullable UUID unit,
            @Nullable UUID group,
            @Nullable UUID system,
            @Nullable Set<@Pattern(regexp = "LEVEL_(I|II|III|IV)") String> level,
            @Nullable @Pattern(regexp = "P[1-4]") String priority,
            @Nullable Set<Lacking> lacking,
            @Nullable Instant knownFrom,
            @Nullable Instant knownTo) {
        String known() {
            return Boolean.TRUE.equals(met) ? "c.stopped_at" : "c.breached_at";
        }
    }

    static final String PERMISSION = "incident:read";

    private final JdbcClient db;

    BreachQueries(JdbcClient db) {
        this.db = db;
    }

    Slice<Row> list(Filter filter, Page page) {
        return query(filter).within(PERMISSION, "c.unit").slice(db, page, "c.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter).within("incident:export", "c.unit").stream(db, page, "c.id", limit, Row.class, each);
    }

    private static Sql query(Filter filter) {
        var lacking = filter.lacking() == null ? Set.<Lacking>of() : filter.lacking();
        return lacking.stream()
                .reduce(asked(filter), (sql, each) -> sql.when(true, each.condition()), (one, other) -> one);
    }

    private static Sql asked(Filter filter) {
        return Sql.select("""
            c.id, c.name as clock, c.state, c.limit_text as limit, c.level, c.breached_at, c.stopped_at, k.id as record_id, k.kind as record_kind,
            k.number as record_number, k.title as record_title, k.state as record_state, k.phase as record_phase, u.id as unit_id, u.name as unit_name,
            s.id as system_id, s.name as system_name, s.system_class as system_system_class, g.id as assignment_group_id, g.name as assignment_group_name,
            g.line as assignment_group_line, a.cause as breach_cause, a.reason, a.measure, p.id as accounted_by_id, p.name as accounted_by_name,
            pu.name as accounted_by_unit, a.accounted_at""")
                .from("sla.clock c")
                .beside("join record.record_card k on k.id = c.record")
                .decoratedBy("""
                    left join sla.breach_account a on a.clock = c.id and c.accounted_at is not null left join identity.unit_card u on u.id = c.unit
                    left join cmdb.system_card s on s.id = k.system left join identity.group_card g on g.id = k.assignment_group
                    left join identity.person_card p on p.id = a.accounted_by left join identity.unit_card pu on pu.id = p.unit""")
                .when(true, Boolean.TRUE.equals(filter.met()) ? "c.outcome = 'MET'" : "c.breached_at is not null")
                .when(true, "c.state <> 'CANCELLED'")
                .where("c.name = any(:clock)", filter.clock())
                .where("c.level = any(:level)", filter.level())
                .where("c.unit = :unit", filter.unit())
                .where("k.assignment_group = :group", filter.group())
                .where("k.system = :system", filter.system())
                .where(
                        "c.accounted_at is not null and exists (select 1 from sla.breach_account b where b.clock = c.id and b.cause = any(:cause))",
                        filter.breachCause())
                .when(Boolean.TRUE.equals(filter.accounted()), "c.accounted_at is not null")
                .when(Boolean.FALSE.equals(filter.accounted()), "c.accounted_at is null")
                .when(Boolean.TRUE.equals(filter.running()), "c.state in ('RUNNING', 'PAUSED')")
                .when(Boolean.FALSE.equals(filter.running()), "c.state not in ('RUNNING', 'PAUSED')")
                .where("k.priority = :priority", filter.priority())
                .where(filter.known() + " >= :knownFrom", filter.knownFrom())
                .where(filter.known() + " < :knownTo", filter.knownTo())
                .sortedBy(Sort.newest("knownAt", filter.known()));
    }
}
