package io.hengwei.governance.report;

import io.hengwei.governance.report.Compliance.Cut;
import io.hengwei.governance.report.Compliance.Month;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts kept and missed limits by everything at once: one statement, one snapshot (SLA-07).
@Component
class ComplianceQuery {
    private static final Duration QUARTER = Duration.ofDays(92);
    private static final int MOST = 50;
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /// @param part by what it is counted; `month` and every cut
    record Line(String part, @Nullable String key, @Nullable String name, long met, long missed) {}

    private static final String COUNTED = """
        with f as materialized (
            select f.breached_at as at, false as met, f.level, k.priority, f.unit, k.assignment_group, k.system %1$s and f.breached_at >= :from and f.breached_at < :to
            union all
            select f.stopped_at, true, f.level, k.priority, f.unit, k.assignment_group, k.system %1$s and f.outcome = 'MET' and f.stopped_at >= :from and f.stopped_at < :to),
        cut as (
            select case when grouping(month) = 0 then 'month' when grouping(level) = 0 then 'level' when grouping(priority) = 0 then 'priority'
                    when grouping(unit) = 0 then 'unit' when grouping(assignment_group) = 0 then 'group' else 'system' end as part,
                coalesce(month, level, priority, unit::text, assignment_group::text, system::text) as key,
                count(*) filter (where met) as met, count(*) filter (where not met) as missed
            from (select *, to_char(at at time zone :zone, 'YYYY-MM') as month from f) f
            group by grouping sets ((month), (level), (priority), (unit), (assignment_group), (system))),
        ranked as (select *, row_number() over (partition by part order by missed desc, met desc, key) as rank from cut)
        select c.part, c.key, coalesce(u.name, g.name, s.name) as name, c.met, c.missed from ranked c
            left join identity.unit_card u on u.id = case c.part when 'unit' then c.key::uuid end
            left join identity.group_card g on g.id = case c.part when 'group' then c.key::uuid end
            left join cmdb.system_card s on s.id = case c.part when 'system' then c.key::uuid end
        where c.part = 'month' or c.rank <= %2$d
        order by c.part, case when c.part in ('month', 'level', 'priority') then c.key end, c.rank""";

    private final JdbcClient db;
    private final ZoneId zone;
    private final Clock clock;

    ComplianceQuery(JdbcClient db, ZoneId zone, Clock clock) {
        this.db = db;
        this.zone = zone;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Compliance of(ComplianceFilter filter) {
        Scope.current().require(StatisticsQuery.PERMISSION);
        var to = filter.to() == null ? clock.instant() : filter.to();
        var from = filter.from() == null ? to.minus(QUARTER) : filter.from();
        if (to.isBefore(from) || from.plus(LONGEST).isBefore(to))
            throw Refused.invalid("compliance-period").at("to");
        var lines = lines(filter, from, to);
        var months = of(lines, "month");
        var met = months.stream().mapToLong(Line::met).sum();
        var missed = months.stream().mapToLong(Line::missed).sum();
        return new Compliance(
                met,
                missed,
                Compliance.rate(met, missed),
                months.stream().map(line -> month(line, from, to)).toList(),
                cuts(lines, "level"),
                cuts(lines, "priority"),
                cuts(lines, "unit"),
                cuts(lines, "group"),
                cuts(lines, "system"));
    }

    private List<Line> lines(ComplianceFilter filter, Instant from, Instant to) {
        var kept = Sql.select("")
                .from("sla.clock_fact f", "join record.record_card k on k.id = f.record")
                .where("f.name = :clock", filter.clock().name())
                .when(true, "f.state <> 'CANCELLED'")
                .where("f.unit = :unit", filter.unit())
                .where("k.assignment_group = :group", filter.group())
                .where("k.system = :system", filter.system())
                .where("f.level = any(:level)", filter.level())
                .within(StatisticsQuery.PERMISSION, "f.unit");
        Map<String, Object> parameters = new HashMap<>(kept.parameters());
        return db.sql(COUNTED.formatted(kept.fromWhere(), MOST))
                .params(parameters)
                .param("from", SqlValues.of(from))
                .param("to", SqlValues.of(to))
                .param("zone", zone.getId())
                .query(Rows.of(Line.class))
                .list();
    }

    private Month month(Line line, Instant from, Instant to) {
        var month = YearMonth.parse(Objects.requireNonNull(line.key()));
        var begin = month.atDay(1).atStartOfDay(zone).toInstant();
        var end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return new Month(
                month, begin.isBefore(from) ? from : begin, end.isAfter(to) ? to : end, line.met(), line.missed());
    }

    private static List<Line> of(List<Line> lines, String part) {
        return lines.stream().filter(line -> line.part().equals(part)).toList();
    }

    private static List<Cut> cuts(List<Line> lines, String part) {
        return of(lines, part).stream()
                .map(line -> new Cut(line.key(), line.name(), line.met(), line.missed()))
                .toList();
    }
}
