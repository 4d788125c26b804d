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

/// Asks for all figures at once: one statement, one snapshot, one round trip. Its parts scan on their own, so each can
/// be split among
/// processors and none has to be kept.
@Component
class StatisticsQuery {
    static final String PERMISSION = IncidentConditions.COUNTING;

    private static final String CLOCKS = "left join sla.clock_fact k on k.record = i.id and k.name = 'RESTORE'";
    private static final String MET = "coalesce(i.met, k.outcome = 'MET')";
    private static final String HOURS = "cast(extract(epoch from i.resolved_at - i.opened_at) as float8) / 3600";

    private static final String TOTALS = """
            select count(*) as total, coalesce(sum(i.version), 0) as events, count(*) filter (where %1$s) as met, count(*) filter (where not %1$s) as missed,
                count(i.resolved_at) as resolved, count(i.resolved_at) filter (where not i.left_first_line) as first_line,
                count(*) filter (where i.reassignment_count = 0) as never_reassigned, cast(avg(i.reassignment_count) as float8) as mean_reassigned,
                coalesce(max(i.reassignment_count), 0) as most_reassigned, count(*) filter (where i.reopen_count > 0) as reopened, avg(%2$s) as mean_hours,
                count(*) filter (where i.awaited_requester) as awaited, count(i.problem_reference) as with_problem, count(i.change_reference) as with_change""".formatted(MET, HOURS);
    private static final String SPREAD = """
            select percentile_cont(0.5) within group (order by h) as median, percentile_disc(0.9) within group (order by h) as p90 from (select %s as h""".formatted(HOURS);
    private static final String GROUPS = """
            select case when grouping(i.priority) = 0 then 'priority' when grouping(i.level) = 0 then 'level' when grouping(i.state) = 0 then 'state'
                    when grouping(i.kind) = 0 then 'kind' when grouping(i.category) = 0 then 'category' when grouping(i.assignment_group) = 0 then 'group'
                    else 'system' end as part,
                coalesce(i.priority, i.level, i.state, i.kind, i.category, i.assignment_group::text, i.system::text) as key,
                count(*) as total, count(*) filter (where %s) as met""".formatted(MET);
    private static final String BY =
            " group by grouping sets ((i.priority), (i.level), (i.state), (i.kind), (i.category), (i.assignment_group), (i.system))";
    private static final String OPENED = "select (i.opened_at at time zone :zone)::date as date, count(*) as many";
    private static final String RESOLVED = "select (i.resolved_at at time zone :zone)::date as date, count(*) as many";

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
        var bare = narrowed(filter, from, to);
        var clocked = narrowed(filter, from, to, CLOCKS).fromWhere();
        var plain = bare.fromWhere();
        var sql = "select " + one(TOTALS + clocked) + " as totals, " + one(SPREAD + plain + ") hours") + " as spread, "
                + all(NAMED.formatted(GROUPS + clocked + BY)) + " as parts, " + all(OPENED + plain + " group by 1")
                + " as opened, "
                + all(RESOLVED + plain + " group by 1") + " as resolved";
        db.sql("set local max_parallel_workers_per_gather = 2").update();
        return db.sql(sql)
                .params(bare.parameters())
                .param("zone", zone.getId())
                .query((row, ignored) -> figures(row))
                .single();
    }

    private Sql narrowed(IncidentFilter filter, @Nullable Instant from, @Nullable Instant to, String... joins) {
        var all = new java.util.ArrayList<>(java.util.List.of(joins));
        if (IncidentConditions.needsCard(filter)) all.add(IncidentConditions.CARD);
        var sql = Sql.select("").from("incident.incident_fact i", all.toArray(String[]::new));
        return conditions
                .narrow(sql, filter)
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
