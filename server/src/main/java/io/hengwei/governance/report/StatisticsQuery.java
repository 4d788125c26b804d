package io.hengwei.governance.report;

import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sql;
import io.hengwei.process.incident.IncidentConditions;
import io.hengwei.process.incident.IncidentFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Asks for all figures at once: one statement, one snapshot, one round trip. What the filter leaves is read once, with
/// its clock, and kept for the parts.
@Component
class StatisticsQuery {
    static final String PERMISSION = IncidentConditions.COUNTING;

    private static final String CLOCKS = "left join sla.clock_fact k on k.record = i.id and k.name = 'RESTORE'";
    private static final String KEPT = """
            i.version, i.opened_at, i.resolved_at, i.left_first_line, i.reassignment_count, i.reopen_count, i.awaited_requester, i.problem_reference, i.change_reference,
            i.priority, i.level, i.state, i.kind, i.category, i.assignment_group, i.system, coalesce(i.met, k.outcome = 'MET') as met,
            cast(extract(epoch from i.resolved_at - i.opened_at) as float8) / 3600 as hours""";

    private static final String TOTALS = """
            select count(*) as total, coalesce(sum(version), 0) as events, count(*) filter (where met) as met, count(*) filter (where not met) as missed,
                count(resolved_at) as resolved, count(resolved_at) filter (where not left_first_line) as first_line,
                count(*) filter (where reassignment_count = 0) as never_reassigned, cast(avg(reassignment_count) as float8) as mean_reassigned,
                coalesce(max(reassignment_count), 0) as most_reassigned, count(*) filter (where reopen_count > 0) as reopened, avg(hours) as mean_hours,
                count(*) filter (where awaited_requester) as awaited, count(problem_reference) as with_problem, count(change_reference) as with_change from f""";

    /// Midway between the value at the rank and the value just above it: the same one, unless the share ends exactly
    /// between two.
    private static final String SPREAD = """
            select (h[1] + h[2]) / 2 as median, (h[3] + h[4]) / 2 as p90
            from (select percentile_disc(array[0.5, 0.5 + 1e-10, 0.9, 0.9 + 1e-10]) within group (order by hours) as h from f) ranks""";

    private static final String GROUPS = """
            select case when grouping(priority) = 0 then 'priority' when grouping(level) = 0 then 'level' when grouping(state) = 0 then 'state'
                    when grouping(kind) = 0 then 'kind' when grouping(category) = 0 then 'category' when grouping(assignment_group) = 0 then 'group'
                    else 'system' end as part,
                coalesce(priority, level, state, kind, category, assignment_group::text, system::text) as key,
                count(*) as total, count(*) filter (where met) as met
            from f group by grouping sets ((priority), (level), (state), (kind), (category), (assignment_group), (system))""";
    private static final String OPENED =
            "select (opened_at at time zone :zone)::date as date, count(*) as many from f group by 1";
    private static final String RESOLVED =
            "select (resolved_at at time zone :zone)::date as date, count(*) as many from f group by 1";

    private static final String NAMED = """
            select g.part, g.key, g.total, g.met, coalesce(t.name, s.name) as name from (%s) g
            left join identity.group_card t on t.id = case g.part when 'group' then g.key::uuid end
            left join cmdb.system_card s on s.id = case g.part when 'system' then g.key::uuid end
            order by g.total desc, g.key""";

    private final IncidentConditions conditions;
    private final JdbcClient db;
    private final JsonMapper json;
    private final ZoneId zone;

    StatisticsQuery(IncidentConditions conditions, JdbcClient db, JsonMapper json, ZoneId zone) {
        this.conditions = conditions;
        this.db = db;
        this.json = json;
        this.zone = zone;
    }

    @Transactional(readOnly = true)
    public Statistics of(IncidentFilter filter, @Nullable Instant from, @Nullable Instant to) {
        Scope.current().require(PERMISSION);
        var kept = narrowed(filter, from, to);
        var sql = "with f as materialized (select " + KEPT + kept.fromWhere() + ") select " + one(TOTALS)
                + " as totals, " + one(SPREAD) + " as spread, " + all(NAMED.formatted(GROUPS)) + " as parts, "
                + all(OPENED) + " as opened, " + all(RESOLVED) + " as resolved";
        db.sql("set local work_mem = '64MB'").update();
        return db.sql(sql)
                .params(kept.parameters())
                .param("zone", zone.getId())
                .query((row, ignored) -> figures(row))
                .single();
    }

    private Sql narrowed(IncidentFilter filter, @Nullable Instant from, @Nullable Instant to) {
        var joins = IncidentConditions.needsCard(filter)
                ? new String[] {CLOCKS, IncidentConditions.CARD}
                : new String[] {CLOCKS};
        return conditions
                .narrow(Sql.select("").from("incident.incident_fact i", joins), filter)
                .within(PERMISSION, "i.unit")
                .where("i.opened_at >= :from", from)
                .where("i.opened_at < :to", to);
    }

    private static String one(String select) {
        return "(select to_json(one) from (" + select + ") one)::text";
    }

    private static String all(String select) {
        return "(select coalesce(json_agg(one), '[]') from (" + select + ") one)::text";
    }

    private Statistics figures(ResultSet row) throws SQLException {
        return new Figures(
                        json.readTree(row.getString("totals")),
                        json.readTree(row.getString("spread")),
                        json.readTree(row.getString("parts")),
                        json.readTree(row.getString("opened")),
                        json.readTree(row.getString("resolved")))
                .statistics();
    }
}
