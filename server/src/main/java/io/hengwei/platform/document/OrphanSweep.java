package io.hengwei.platform.document;

import io.hengwei.platform.shared.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes files that no row speaks of: an upload whose transaction did not commit. Whoever keeps a file holds the lock
/// of its hash until the row is committed; the sweep takes the same lock before it looks, so nothing that is about to
/// be needed goes.
@Component
@EnableScheduling
class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration AGE = Duration.ofHours(1);

    private final FileStore store;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OrphanSweep(FileStore store, JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void sweep() throws IOException {
        int removed = 0;
        for (var file : old()) if (isOrphan(file)) removed++;
        if (removed > 0) LOG.info("Removed {} files that belonged to nothing", removed);
    }

    private List<Path> old() throws IOException {
        var before = clock.instant().minus(AGE);
        try (var files = Files.walk(store.root(), 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> changedBefore(file, before))
                    .toList();
        }
    }

    private static boolean changedBefore(Path file, java.time.Instant instant) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (IOException e) {
            return false; // another node was quicker
        }
    }

    private boolean isOrphan(Path file) {
        var hash = file.getFileName().toString();
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            if (!db.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(hash)
                    .query(Boolean.class)
                    .single()) return false;
            if (db.sql("select exists (select 1 from document.attachment where sha256 = ?)")
                    .param(hash)
                    .query(Boolean.class)
                    .single()) return false;
            try {
                return Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("Could not remove {}", file, e);
                return false;
            }
        }));
    }
}
