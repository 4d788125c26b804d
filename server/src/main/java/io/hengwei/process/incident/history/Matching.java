package io.hengwei.process.incident.history;

import io.hengwei.platform.record.RecordId;
import io.hengwei.process.incident.history.Merge.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The second half of an import: takes the rows record by record, in transactions of 500, compares them with what is
/// known and, unless it is a preview, writes what is new.
@Component
class Matching {
    static final int CHUNK = 500;

    private record Staged(String number, Merge.Row row) {}

    private final ImportProgress progress;
    private final HistoryWriter writer;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    Matching(
            ImportProgress progress,
            HistoryWriter writer,
            JdbcClient db,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.progress = progress;
        this.writer = writer;
        this.db = db;
        this.transactions = transactions;
        this.json = json;
    }

    void match(ImportJob job, BooleanSupplier goOn) {
        var position = Optional.of(job.position());
        while (position.isPresent() && goOn.getAsBoolean()) {
            var from = position.get();
            position = transactions.execute(ignored -> chunk(job, from));
        }
    }

    /// @return the last record matched, nothing when there was none left
    private Optional<String> chunk(ImportJob job, String position) {
        var records = staged(job, position);
        if (records.isEmpty()) {
            progress.finished(job);
            return Optional.empty();
        }
        if (job.writes()) lock(job.mapping().source());
        var known = known(job, records.keySet());
        var merges = records.entrySet().stream()
                .map(e -> Merge.of(known.get(e.getKey()), e.getValue()))
                .toList();
        if (job.writes())
            writer.write(job, merges.stream().filter(Merge::writes).toList());
        var last = merges.getLast().externalNumber();
        progress.matched(job, counted(last, merges), refused(merges));
        return Optional.of(last);
    }

    private static ImportProgress.Matched counted(String position, List<Merge> merges) {
        var rows = merges.stream().mapToLong(m -> m.rows().size()).sum();
        var events = merges.stream()
                .filter(Merge::writes)
                .mapToLong(m -> m.fresh().size())
                .sum();
        return new ImportProgress.Matched(
                position,
                rows,
                count(merges, Effect.CREATED),
                count(merges, Effect.UPDATED),
                count(merges, Effect.UNCHANGED),
                events);
    }

    private static long count(List<Merge> merges, Effect effect) {
        return merges.stream().filter(m -> m.effect() == effect).count();
    }

    /// What somebody has worked on here is his, and what another unit has is that unit's; the log does not change it.
    private List<Refusal> refused(List<Merge> merges) {
        return merges.stream()
                .filter(m -> m.effect() == Effect.REFUSED)
                .flatMap(m -> m.fresh().stream().map(row -> refusal(m, row)))
                .sorted(Comparator.comparing(Refusal::line))
                .toList();
    }

    private Refusal refusal(Merge merge, Merge.Row row) {
        var known = Objects.requireNonNull(merge.known());
        return new Refusal(
                row.line(),
                known.here() ? "changed-here" : "other-unit",
                known.here() ? known.number() : row.event().number(),
                json.writeValueAsString(row.event()));
    }

    /// Two imports of one source take turns.
    private void lock(String source) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('import ' || ?, 0))")
                .param(source)
                .query((row, ignored) -> true)
                .single();
    }

    private Map<String, List<Merge.Row>> staged(ImportJob job, String position) {
        var records = new LinkedHashMap<String, List<Merge.Row>>();
        db.sql("""
                select external_number, line, key, event from incident.history_row where import = :import and external_number in (
                    select external_number from incident.history_row where import = :import and external_number > :position
                    group by external_number order by external_number limit :limit)
                order by external_number, line""")
                .param("import", job.id())
                .param("position", position)
                .param("limit", CHUNK)
                .query((row, ignored) -> staged(row))
                .list()
                .forEach(staged -> records.computeIfAbsent(staged.number(), ignored -> new java.util.ArrayList<>())
                        .add(staged.row()));
        return records;
    }

    private Staged staged(ResultSet row) throws SQLException {
        var event = json.readValue(row.getString("event"), Event.class);
        return new Staged(
                row.getString("external_number"), new Merge.Row(row.getLong("line"), row.getLong("key"), event));
    }

    /// When it writes, nobody else acts on these incidents until the transaction ends.
    private Map<String, Merge.Known> known(ImportJob job, java.util.Collection<String> numbers) {
        var known = new HashMap<String, Merge.Known>();
        db.sql("""
                select o.external_number, o.incident, i.number, i.version, i.unit, o.keys, o.last
                from incident.history_origin o join incident.incident i on i.id = o.incident where o.source = ? and o.external_number = any(?)""" + (job.writes() ? " order by i.id for update of i" : ""))
                .param(job.mapping().source())
                .param(numbers.toArray(String[]::new))
                .query((row, ignored) -> known.put(row.getString("external_number"), known(job, row)))
                .list();
        return known;
    }

    private Merge.Known known(ImportJob job, ResultSet row) throws SQLException {
        var keys = new HashSet<>(Arrays.asList((Long[]) row.getArray("keys").getArray()));
        var last = json.readValue(row.getString("last"), Event.class);
        var here = job.unit().value().equals(row.getObject("unit", UUID.class));
        return new Merge.Known(
                new RecordId(row.getObject("incident", UUID.class)),
                row.getString("number"),
                row.getLong("version"),
                here,
                keys,
                last);
    }
}
