package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordClocks;
import io.hengwei.platform.record.RecordTokens;
import io.hengwei.platform.search.SearchQuery;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sql;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// What a filter means in SQL: the same for lists and for the figures over them, so that every figure opens a list of
/// exactly so many rows. Incidents are called `i` there (the table, or the view `incident_fact`), their cards `c`. What
/// both hold is asked of the one that is sought: of the cards where time limits are asked for, which only they know and
/// have indexed.
@Component
public class IncidentConditions {
    /// To count the incidents of a unit.
    public static final String COUNTING = "statistics:read";

    public static final String CARD = "join record.record_card c on c.id = i.id";

    private final RecordClocks clocks;
    private final Settings settings;
    private final Clock clock;

    IncidentConditions(RecordClocks clocks, Settings settings, Clock clock) {
        this.clocks = clocks;
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether the filter speaks of what only cards know.
    public static boolean needsCard(IncidentFilter filter) {
        return filter.due() != null;
    }

    public Sql narrow(Sql sql, IncidentFilter f) {
        return narrow(sql, f, needsCard(f) ? "c" : "i");
    }

    Sql narrow(Sql sql, IncidentFilter f, String sought) {
        which(sql, f, sought);
        if (f.due() != null)
            sql.moving(
                    "c.kind = 'INCIDENT' and c.next_due_at < :dueUntil", f.due().until(clock.instant(), settings));
        outcome(sql, f);
        if (Boolean.TRUE.equals(f.counted())) sql.within(COUNTING, sought + ".unit");
        return sql.matching(
                        sought + ".id",
                        RecordTokens.of("INCIDENT", SearchQuery.of(f.text()).required()))
                .inScope("incident:read", sought + ".unit", sought + ".requester", asksForOwn(f));
    }

    private static boolean asksForOwn(IncidentFilter f) {
        var scope = Scope.current();
        var me = scope.me().value();
        return Boolean.TRUE.equals(f.mine())
                || me.equals(f.requester())
                || me.equals(f.assignee())
                || f.group() != null && scope.groups().contains(new GroupId(f.group()));
    }

    private static void which(Sql sql, IncidentFilter f, String sought) {
        var at = sought + ".";
        var mine = Boolean.TRUE.equals(f.mine());
        sql.where(at + "state = any(:state)", f.states())
                .when(f.asksForNone(), "false")
                .where("i.kind = any(:kind)", f.kind())
                .where(at + "level = any(:level)", f.level())
                .where(at + "priority = any(:priority)", f.priority())
                .where("i.domain = any(:domain)", f.domain())
                .where("i.cause = any(:cause)", f.cause())
                .where("i.channel = any(:channel)", f.channel())
                .where("i.category = :category", f.category())
                .where("i.source = :source", f.source())
                .where(at + "unit = :unit", f.unit())
                .where(at + "system = :system", f.system())
                .where(at + "assignment_group = :group", f.group())
                .where(at + "requester = :requester", f.requester())
                .where(at + "assignee = :assignee", mine ? Scope.current().me().value() : f.assignee())
                .where(at + "opened_at >= :openedFrom", f.openedFrom())
                .where(at + "opened_at < :openedTo", f.openedTo())
                .where("i.resolved_at >= :resolvedFrom", f.resolvedFrom())
                .where("i.resolved_at < :resolvedTo", f.resolvedTo());
    }

    /// What became of it.
    private void outcome(Sql sql, IncidentFilter f) {
        either(sql, f.resolved(), "i.resolved_at is not null", "i.resolved_at is null");
        either(sql, f.reopened(), "i.reopen_count > 0", "i.reopen_count = 0");
        either(sql, f.reassigned(), "i.reassignment_count > 0", "i.reassignment_count = 0");
        either(
                sql,
                f.firstLine(),
                "i.resolved_at is not null and not i.left_first_line",
                "i.resolved_at is not null and i.left_first_line");
        var met = "coalesce(i.met, " + clocks.met("i.id") + ")";
        either(sql, f.met(), met, "not " + met);
        sql.when(Boolean.TRUE.equals(f.awaitedRequester()), "i.awaited_requester")
                .when(Boolean.TRUE.equals(f.withProblem()), "i.problem_reference is not null")
                .when(Boolean.TRUE.equals(f.withChange()), "i.change_reference is not null")
                .when(Boolean.TRUE.equals(f.noGroup()), "i.assignment_group is null")
                .when(Boolean.TRUE.equals(f.noCategory()), "i.category is null")
                .when(Boolean.TRUE.equals(f.noSystem()), "i.system is null")
                .when(Boolean.TRUE.equals(f.noLevel()), "i.level is null");
    }

    private static void either(Sql sql, @org.jspecify.annotations.Nullable Boolean wanted, String yes, String no) {
        if (wanted != null) sql.when(true, wanted ? yes : no);
    }
}
