package io.hengwei.process.incident.history;

import io.hengwei.platform.document.Upload;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What a person can do about imports: hand a file in (which previews it), run it, cancel it. The work itself is done
/// by the worker.
@Service
class Imports {
    record PreviewImport(String fileName, String file, long size, String mapping, UnitId unit)
            implements RepeatedByMaker {}

    record RunImport(String fileName) implements Operation {}

    record CancelImport(String fileName) implements Operation {}

    private record Row(UUID id, String fileName, String file, UnitId unit, ImportState state) {}

    private static final Set<ImportState> RUNNABLE =
            Set.of(ImportState.PREVIEWED, ImportState.CANCELLED, ImportState.FAILED);
    private static final Set<ImportState> CANCELLABLE =
            Set.of(ImportState.PREVIEWING, ImportState.PREVIEWED, ImportState.RUNNING);

    private final Operations operations;
    private final ImportFiles files;
    private final Mappings mappings;
    private final Directory directory;
    private final Settings settings;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    Imports(
            Operations operations,
            ImportFiles files,
            Mappings mappings,
            Directory directory,
            Settings settings,
            JdbcClient db,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock) {
        this.operations = operations;
        this.files = files;
        this.mappings = mappings;
        this.directory = directory;
        this.settings = settings;
        this.db = db;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /// Whether it may come is asked before a byte of it is read.
    UUID preview(Upload upload, String mappingId, UnitId unit) {
        Scope.current().require(Mappings.PERMISSION, unit);
        directory.requireUnit(unit);
        var mapping = mappings.get(mappingId, unit);
        var largest = settings.value(HistorySettings.LARGEST_FILE, SettingScope.unit(unit.value()));
        var kept = files.keep(upload, largest);
        var id = Ids.next();
        var operation = new PreviewImport(upload.name(), kept.sha256(), kept.size(), mappingId, unit);
        return operations.administer(Act.making(Mappings.PERMISSION, unit, "IMPORT", id, operation), UUID.class, () -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            db.sql("""
                    insert into incident.history_import (id, file_name, file, size, mapping, unit, started_by, started_at, state, begun_at, moved_at)
                    values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, 'PREVIEWING', ?, ?)""")
                    .params(
                            id,
                            upload.name(),
                            kept.sha256(),
                            kept.size(),
                            json.writeValueAsString(mapping),
                            unit.value(),
                            Scope.current().me().value(),
                            now,
                            now,
                            now)
                    .update();
            return id;
        });
    }

    /// Begins to write; what an earlier run has written stays and is not written again.
    void run(UUID id) {
        var row = row(id);
        files.requirePresent(row.file());
        operations.administer(
                new Act(Mappings.PERMISSION, row.unit(), "IMPORT", id, new RunImport(row.fileName())),
                Boolean.class,
                () -> {
                    requireState(id, RUNNABLE, "import-not-runnable");
                    db.sql("delete from incident.history_rejection where import = ? and matching")
                            .param(id)
                            .update();
                    db.sql("""
                    update incident.history_import set state = 'RUNNING', writes = true, position = '', created = 0, updated = 0, unchanged = 0, events = 0,
                        rows_matched = 0, error = null, claim = null, claimed_until = null, begun_at = :now, moved_at = :now,
                        rejected = (select count(*) from incident.history_rejection r where r.import = history_import.id)
                    where id = :id""")
                            .param("id", id)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    return true;
                });
    }

    /// What has been written by then stays; running it again goes on from there.
    void cancel(UUID id) {
        var row = row(id);
        operations.administer(
                new Act(Mappings.PERMISSION, row.unit(), "IMPORT", id, new CancelImport(row.fileName())),
                Boolean.class,
                () -> {
                    requireState(id, CANCELLABLE, "import-over");
                    db.sql(
                                    "update incident.history_import set state = 'CANCELLED', claim = null, claimed_until = null where id = ?")
                            .param(id)
                            .update();
                    return true;
                });
    }

    private Row row(UUID id) {
        var row = transactions.execute(
                ignored -> db.sql("select id, file_name, file, unit, state from incident.history_import where id = ?")
                        .param(id)
                        .query(Rows.of(Row.class))
                        .optional());
        return row.filter(r -> Scope.current().may(Mappings.PERMISSION, r.unit()))
                .orElseThrow(() -> new NotFound(id));
    }

    private void requireState(UUID id, Set<ImportState> states, String refusal) {
        var state = db.sql("select state from incident.history_import where id = ? for update")
                .param(id)
                .query(String.class)
                .single();
        if (!states.contains(ImportState.valueOf(state))) throw new Refused(refusal);
    }
}
