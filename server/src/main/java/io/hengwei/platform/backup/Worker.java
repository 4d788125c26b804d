package io.hengwei.platform.backup;

import io.hengwei.platform.archive.Archiving;
import io.hengwei.platform.archive.Restoring;
import io.hengwei.platform.archive.Trial;
import io.hengwei.platform.database.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Does one run and writes down how it went.
@Component
class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final BackupProperties properties;
    private final DatabaseAccess access;
    private final Runs runs;
    private final Keeping keeping;
    private final DateTimeFormatter names;

    Worker(BackupProperties properties, DatabaseAccess access, Runs runs, Keeping keeping, ZoneId zone) {
        this.properties = properties;
        this.access = access;
        this.runs = runs;
        this.keeping = keeping;
        names = DateTimeFormatter.ofPattern("'hengwei-'yyyyMMdd-HHmmss'.backup'")
                .withZone(zone);
    }

    void run(Run run) {
        runs.begin(run);
        try {
            if (run.kind() == Run.Kind.BACKUP) backUp(run);
            else verify(run);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} failed", run.kind(), e);
            runs.failed(run, String.valueOf(e.getMessage()));
        }
    }

    private void backUp(Run run) throws IOException {
        var file = properties.folder().toAbsolutePath().resolve(names.format(run.askedAt()));
        var made =
                new Archiving(access, properties.files(), properties.masterKeys()).into(file, properties.passphrase());
        runs.succeeded(
                run,
                file.toString(),
                null,
                new Runs.Amount(made.bytes(), made.tables(), made.rows(), made.files(), made.lost()));
        LOG.info("Backed up {} rows and {} files to {}", made.rows(), made.files(), file);
        keeping.removeWhatIsTooOld();
    }

    /// The newest backup, or whichever is the newest that lies on this node.
    private void verify(Run run) throws IOException {
        var newest = runs.kept().stream()
                .filter(each -> each.file() != null && Files.isRegularFile(Path.of(each.file())))
                .findFirst();
        if (newest.isEmpty()) {
            runs.failed(run, "no-backup");
            return;
        }
        var backup = newest.get();
        var file = Path.of(String.valueOf(backup.file()));
        var restored = Trial.of(Restoring.of(file, properties.passphrase()), properties.data(), properties.folder());
        runs.succeeded(
                run,
                file.toString(),
                backup.id(),
                new Runs.Amount(
                        Files.size(file), restored.tables(), restored.rows(), restored.files(), restored.lost()));
        LOG.info("Proved {}: {} rows came back as they were", file, restored.rows());
    }
}
