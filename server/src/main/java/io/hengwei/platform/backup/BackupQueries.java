package io.hengwei.platform.backup;

import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The log of backups and the months it is confirmed by.
@Component
@Transactional(readOnly = true)
class BackupQueries {
    private static final Sort ASKED = Sort.newest("askedAt", "r.asked_at");

    record Row(
            UUID id,
            Run.Kind kind,
            Run.Cause cause,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Run.@Nullable Result result,
            @Nullable String reason,
            @Nullable String file,
            @Nullable Long bytes,
            @Nullable Integer tables,
            @Nullable Long rows,
            @Nullable Long files,
            @Nullable Long lost,
            @Nullable Instant removedAt,
            Refs.@Nullable Person by) {}

    record Filter(Run.@Nullable Kind kind, Run.@Nullable Result result) {}

    record Confirmation(String opinion, Refs.@Nullable Person by, Instant at) {}

    /// @param month as `2026-11`
    /// @param confirmation null while nobody has confirmed it
    record Month(
            String month,
            long backups,
            long failures,
            long proofs,
            @Nullable Confirmation confirmation) {}

    private record Counted(LocalDate month, long backups, long failures, long proofs) {}

    private record Confirmed(LocalDate month, String opinion, Refs.@Nullable Person by, Instant at) {}

    private final JdbcClient db;
    private final ZoneId zone;
    private final Clock clock;

    BackupQueries(JdbcClient db, ZoneId zone, Clock clock) {
        this.db = db;
        this.zone = zone;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        return Sql.select("""
                r.id, r.kind, r.cause, r.asked_at, r.started_at, r.finished_at, r.result, r.reason, r.file, r.bytes, r.tables, r.rows, r.files, r.lost,
                r.removed_at, p.id as by_id, p.name as by_name, u.name as by_unit""")
                .from("backup.run r")
                .decoratedBy(
                        "left join identity.person_card p on p.id = r.asked_by left join identity.unit_card u on u.id = p.unit")
                .where(
                        "r.kind = :kind",
                        filter.kind() == null ? null : filter.kind().name())
                .where(
                        "r.result = :result",
                        filter.result() == null ? null : filter.result().name())
                .sortedBy(ASKED)
                .slice(db, page, "r.id", Row.class);
    }

    /// Every month that is over since backups are made, the latest first: also those of which nothing is known.
    List<Month> months() {
        var counted = counted();
        var confirmed = confirmed();
        var months = new ArrayList<Month>();
        var first = YearMonth.from(first().atZone(zone));
        for (var month = YearMonth.now(clock.withZone(zone)).minusMonths(1);
                !month.isBefore(first);
                month = month.minusMonths(1)) {
            var counts = counted.getOrDefault(month, new Counted(month.atDay(1), 0, 0, 0));
            var by = confirmed.get(month);
            months.add(new Month(
                    month.toString(),
                    counts.backups(),
                    counts.failures(),
                    counts.proofs(),
                    by == null ? null : new Confirmation(by.opinion(), by.by(), by.at())));
        }
        return months;
    }

    private Instant first() {
        return db.sql("select least((select at from backup.beginning), (select min(asked_at) from backup.run))")
                .query((row, ignored) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Map<YearMonth, Counted> counted() {
        return db.sql("""
            select date_trunc('month', asked_at at time zone ?)::date as month, count(*) filter (where kind = 'BACKUP' and result = 'SUCCEEDED') as backups,
                count(*) filter (where result = 'FAILED') as failures, count(*) filter (where kind = 'VERIFICATION' and result = 'SUCCEEDED') as proofs
            from backup.run group by 1""").param(zone.getId()).query(Rows.of(Counted.class)).stream()
                .collect(Collectors.toMap(counts -> YearMonth.from(counts.month()), counts -> counts));
    }

    private Map<YearMonth, Confirmed> confirmed() {
        return db.sql("""
            select c.month, c.opinion, c.confirmed_at as at, p.id as by_id, p.name as by_name, u.name as by_unit from backup.confirmation c
            left join identity.person_card p on p.id = c.confirmed_by left join identity.unit_card u on u.id = p.unit""").query(Rows.of(Confirmed.class)).stream()
                .collect(Collectors.toMap(one -> YearMonth.from(one.month()), one -> one));
    }
}
