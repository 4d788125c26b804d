package io.hengwei.process.incident.history;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// How far each import is, and whose it is. Every step moves the position in the transaction that writes the step's
/// rows, so nothing is done twice or left out, whenever a node dies.
@Component
class ImportProgress {
    /// An import whose node has not moved it for so long is taken over.
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    ImportProgress(JdbcClient db, TransactionTemplate transactions, JsonMapper json, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            String file,
            String mapping,
            UnitId unit,
            UserId startedBy,
            boolean writes,
            long rowsRead,
            @Nullable Long totalRows,
            String position,
            UUID claim) {}

    /// The next import that nobody works on.
    Optional<ImportJob> claim() {
        return transactions.execute(ignored -> db.sql("""
                update incident.history_import set claim = :claim, claimed_until = :until where id = (
                    select id from incident.history_import where state in ('PREVIEWING', 'RUNNING') and (claimed_until is null or claimed_until < :now)
                    order by id limit 1 for update skip locked)
                returning id, file, mapping::text as mapping, unit, started_by, writes, rows_read, total_rows, position, claim""")
                .param("claim", UUID.randomUUID())
                .param("until", at(clock.instant().plus(LEASE)))
                .param("now", at(clock.instant()))
                .query(Rows.of(Row.class))
                .optional()
                .map(this::job));
    }

    private ImportJob job(Row row) {
        var mapping = json.readValue(row.mapping(), Mapping.class);
        return new ImportJob(
                row.id(),
                row.file(),
                mapping,
                row.unit(),
                row.startedBy(),
                row.writes(),
                row.rowsRead(),
                row.totalRows(),
                row.position(),
                row.claim());
    }

    /// @param total null while there is more to read
    void read(ImportJob job, long rows, long expected, @Nullable Long total, List<Refusal> refusals) {
        refuse(job, refusals, false);
        move(
                job,
                "rows_read = ?, rows_expected = ?, total_rows = ?, rejected = rejected + ?",
                rows,
                expected,
                total,
                refusals.size());
    }

    /// @param position the last record that was matched
    /// @param rows of the file that belong to the records matched
    record Matched(String position, long rows, long created, long updated, long unchanged, long events) {}

    void matched(ImportJob job, Matched matched, List<Refusal> refusals) {
        refuse(job, refusals, true);
        move(
                job,
                """
                position = ?, rows_matched = rows_matched + ?, created = created + ?, updated = updated + ?, unchanged = unchanged + ?, events = events + ?,
                rejected = rejected + ?""",
                matched.position(),
                matched.rows(),
                matched.created(),
                matched.updated(),
                matched.unchanged(),
                matched.events(),
                refusals.size());
    }

    void finished(ImportJob job) {
        move(job, "state = case state when 'RUNNING' then 'DONE' else 'PREVIEWED' end");
        if (job.writes())
            db.sql("delete from incident.history_row where import = ?")
                    .param(job.id())
                    .update();
    }

    void failed(ImportJob job, String error) {
        transactions.executeWithoutResult(ignored -> move(job, "state = 'FAILED', error = ?", error));
    }

    /// Lets another node go on at once.
    void release(ImportJob job) {
        transactions.executeWithoutResult(ignored -> db.sql(
                        "update incident.history_import set claim = null, claimed_until = null where id = ? and claim = ?")
                .param(job.id())
                .param(job.claim())
                .update());
    }

    /// Rows of imports that nobody has run are read again when somebody does.
    void forgetOldRows() {
        transactions.executeWithoutResult(
                ignored -> db.sql("""
                with old as (
                    update incident.history_import set total_rows = null, rows_read = 0, rejected = 0
                    where state in ('PREVIEWED', 'CANCELLED', 'FAILED') and rows_read > 0 and moved_at < ? returning id),
                refused as (delete from incident.history_rejection where import in (select id from old))
                delete from incident.history_row where import in (select id from old)""").param(at(clock.instant().minus(KEPT))).update());
    }

    private void move(ImportJob job, String set, @Nullable Object... values) {
        var now = clock.instant();
        var parameters = new java.util.ArrayList<@Nullable Object>(List.of(at(now), at(now.plus(LEASE))));
        parameters.addAll(java.util.Arrays.asList(values));
        parameters.addAll(List.of(job.id(), job.claim()));
        var sql = "update incident.history_import set moved_at = ?, claimed_until = ?, " + set
                + " where id = ? and claim = ? and state in ('PREVIEWING', 'RUNNING')";
        if (db.sql(sql).params(parameters).update() == 0) throw new ImportLost();
    }

    private void refuse(ImportJob job, List<Refusal> refusals, boolean matching) {
        if (refusals.isEmpty()) return;
        db.sql("""
                insert into incident.history_rejection (import, line, reason, detail, original, matching)
                select ?, r.*, ? from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[])) r on conflict do nothing""")
                .param(job.id())
                .param(matching)
                .param(refusals.stream().map(Refusal::line).toArray(Long[]::new))
                .param(refusals.stream().map(Refusal::reason).toArray(String[]::new))
                .param(refusals.stream().map(Refusal::detail).toArray(String[]::new))
                .param(refusals.stream().map(Refusal::original).toArray(String[]::new))
                .update();
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
