package io.hengwei.process.incident.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The first half of an import: reads the file to its end, keeps what it understands as rows sorted by record, and
/// refuses the rest.
@Component
class Staging {
    static final int CHUNK = 2_000;

    private record Read(CsvRecord row, Event event, long key) {}

    private final ImportFiles files;
    private final ImportProgress progress;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final ZoneId zone;

    Staging(
            ImportFiles files,
            ImportProgress progress,
            JdbcClient db,
            TransactionTemplate transactions,
            JsonMapper json,
            ZoneId zone) {
        this.files = files;
        this.progress = progress;
        this.db = db;
        this.transactions = transactions;
        this.json = json;
        this.zone = zone;
    }

    /// @return whether the whole file has been read; false when it was asked to stop before
    boolean read(ImportJob job, BooleanSupplier goOn) {
        try (var file = new CsvFile(files.path(job.file()), job.mapping())) {
            var reader = new RowReader(job.mapping(), file.header(), zone);
            requireColumns(file, reader, job.mapping());
            for (long i = 0; i < job.rowsRead() && file.hasNext(); i++) file.next(); // read before it was interrupted
            return readOn(job, file, reader, goOn);
        } catch (CsvParseException e) {
            throw new UnreadableFile("broken", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireColumns(CsvFile file, RowReader reader, Mapping mapping) {
        if (file.header().stream().allMatch(String::isEmpty)) throw new UnreadableFile("empty", "");
        if (reader.missing().isEmpty()) return;
        if (file.header().stream().anyMatch(CsvFile::isGarbled))
            throw new UnreadableFile("encoding", mapping.charset());
        throw new UnreadableFile("columns", String.join(", ", reader.missing()));
    }

    private boolean readOn(ImportJob job, CsvFile file, RowReader reader, BooleanSupplier goOn) {
        long rows = job.rowsRead();
        do {
            if (!goOn.getAsBoolean()) return false;
            var chunk = new ArrayList<CsvRecord>();
            while (chunk.size() < CHUNK && file.hasNext()) chunk.add(file.next());
            rows += chunk.size();
            var total = file.hasNext() ? null : (Long) rows;
            var expected = Math.max(rows, (long) (rows / Math.max(file.share(), 0.0001)));
            var now = rows;
            transactions.executeWithoutResult(
                    ignored -> progress.read(job, now, expected, total, keep(job, reader, chunk)));
        } while (file.hasNext());
        return true;
    }

    private List<Refusal> keep(ImportJob job, RowReader reader, List<CsvRecord> chunk) {
        var refusals = new ArrayList<Refusal>();
        var understood = new ArrayList<Read>();
        for (var row : chunk) {
            try {
                understood.add(new Read(row, reader.read(row.getFields()), reader.key(row.getFields())));
            } catch (Rejected why) {
                refusals.add(refusal(job, row, why));
            }
        }
        var kept = insert(job, understood);
        for (var read : understood) {
            if (!kept.contains(read.row().getStartingLineNumber()))
                refusals.add(refusal(
                        job, read.row(), new Rejected("twice", read.event().number())));
        }
        return refusals;
    }

    private static Refusal refusal(ImportJob job, CsvRecord row, Rejected why) {
        return Refusal.of(
                row.getStartingLineNumber(), why, row.getFields(), job.mapping().delimiter());
    }

    /// @return the lines kept; the others say the same as an earlier line
    private HashSet<Long> insert(ImportJob job, List<Read> rows) {
        if (rows.isEmpty()) return new HashSet<>();
        return new HashSet<>(db
                .sql("""
                insert into incident.history_row (import, line, external_number, key, event)
                select ?, r.* from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[])) r on conflict do nothing returning line""")
                .param(job.id())
                .param(rows.stream().map(r -> r.row().getStartingLineNumber()).toArray(Long[]::new))
                .param(rows.stream().map(r -> r.event().number()).toArray(String[]::new))
                .param(rows.stream().map(Read::key).toArray(Long[]::new))
                .param(rows.stream()
                        .map(r -> json.writeValueAsString(r.event()))
                        .toArray(String[]::new))
                .query(Long.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList());
    }
}
