package io.hengwei.process.workorder;

import io.hengwei.platform.record.Due;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTokens;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.search.SearchQuery;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads work orders.
@Component
@Transactional(readOnly = true)
class WorkOrderQueries {
    record Origin(RecordId id, String number) {}

    record Row(
            RecordId id,
            String number,
            String title,
            WorkOrderType type,
            WorkOrder.State state,
            Phase phase,
            @Nullable String level,
            @Nullable String priority,
            Refs.Unit unit,
            Refs.@Nullable System system,
            Refs.@Nullable Person assignee,
            Refs.@Nullable Group assignmentGroup,
            @Nullable Origin origin,
            @Nullable Instant nextDueAt,
            @Nullable Instant dueAt,
            boolean twoPersons,
            Instant openedAt,
            Instant updatedAt,
            long version) {}

    record Filter(
            @Nullable Set<WorkOrder.State> state,
            @Nullable Set<Phase> phase,
            @Nullable Set<WorkOrderType> type,
            @Nullable UUID unit,
            @Nullable UUID group,
            @Nullable UUID assignee,
            @Nullable UUID origin,
            @Nullable Boolean mine,
            @Nullable Boolean twoPersons,
            @Nullable Due due,
            @Nullable Instant openedFrom,
            @Nullable Instant openedTo,
            @Nullable @Size(max = 200) String text) {
        /// The states asked for, by themselves or through their phase.
        @Nullable
        Set<WorkOrder.State> states() {
            if (phase == null || phase.isEmpty()) return state;
            var byPhase = Arrays.stream(WorkOrder.State.values())
                    .filter(s -> phase.contains(s.phase()))
                    .collect(Collectors.toSet());
            if (state != null && !state.isEmpty()) byPhase.retainAll(state);
            return byPhase;
        }

        /// No state is in the phase that was asked for.
        boolean asksForNone() {
            return phase != null
                    && !phase.isEmpty()
                    && java.util.Objects.requireNonNull(states()).isEmpty();
        }
    }

    private static final String OPEN = "w.state not in ('CLOSED', 'CANCELLED')";
    private static final Sort OPENED = Sort.newest("openedAt", "w.opened_at");
    private static final Sort UPDATED = Sort.newest("updatedAt", "w.updated_at");
    private static final Sort DUE = Sort.soonest("nextDueAt", "w.due_at");

    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    WorkOrderQueries(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        var byDue = "nextDueAt".equals(page.sort()) || "-nextDueAt".equals(page.sort());
        return query(filter).when(byDue, OPEN + " and w.due_at is not null").slice(db, page, "w.id", Row.class);
    }

    void stream(Filter filter, Page page, int limit, Consumer<Row> each) {
        query(filter).inScope("work-order:export", "w.unit", "w.assignee").stream(
                db, page, "w.id", limit, Row.class, each);
    }

    private static boolean asksForOwn(Filter filter) {
        var scope = Scope.current();
        return Boolean.TRUE.equals(filter.mine())
                || scope.me().value().equals(filter.assignee())
                || filter.group() != null && scope.groups().contains(new GroupId(filter.group()));
    }

    private Sql query(Filter filter) {
        var mine = Boolean.TRUE.equals(filter.mine());
        return Sql.select("""
            c.id, c.number, c.title, w.type, c.state, c.phase, c.level, c.priority, u.id as unit_id, u.name as unit_name, s.id as system_id, s.name as system_name,
            s.system_class as system_system_class, a.id as assignee_id, a.name as assignee_name, au.name as assignee_unit, g.id as assignment_group_id,
            g.name as assignment_group_name, g.line as assignment_group_line, o.id as origin_id, o.number as origin_number, c.next_due_at, w.due_at, w.two_persons, c.opened_at, c.updated_at, c.version""")
                .from("workorder.work_order w")
                .beside("join record.record_card c on c.id = w.id")
                .decoratedBy("""
                    left join identity.unit_card u on u.id = c.unit left join cmdb.system_card s on s.id = c.system left join identity.person_card a on a.id = c.assignee
                    left join identity.unit_card au on au.id = a.unit left join identity.group_card g on g.id = c.assignment_group
                    left join record.record_card o on o.id = w.origin""")
                .where("w.state = any(:state)", filter.states())
                .when(filter.asksForNone(), "false")
                .where("w.type = any(:type)", filter.type())
                .where("w.unit = :unit", filter.unit())
                .where("w.assignment_group = :group", filter.group())
                .where("w.assignee = :assignee", mine ? Scope.current().me().value() : filter.assignee())
                .where("w.origin = :origin", filter.origin())
                .when(Boolean.TRUE.equals(filter.twoPersons()), "w.two_persons")
                .where("w.opened_at >= :openedFrom", filter.openedFrom())
                .where("w.opened_at < :openedTo", filter.openedTo())
                .moving(
                        OPEN + " and w.due_at < :dueUntil",
                        filter.due() == null ? null : filter.due().until(clock.instant(), settings))
                .matching(
                        "w.id",
                        RecordTokens.of(
                                "WORK_ORDER", SearchQuery.of(filter.text()).required()))
                .inScope("work-order:read", "w.unit", "w.assignee", asksForOwn(filter))
                .sortedBy(OPENED, UPDATED, DUE);
    }
}
