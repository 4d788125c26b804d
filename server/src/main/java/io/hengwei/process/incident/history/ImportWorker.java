package io.hengwei.process.incident.history;

import io.hengwei.platform.shared.Scope;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/// Works on imports, one after the other on each node. What a node leaves unfinished, by its end or its death, is taken
/// up where it stood.
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportProgress progress;
    private final Staging staging;
    private final Matching matching;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean running;

    ImportWorker(ImportProgress progress, Staging staging, Matching matching) {
        this.progress = progress;
        this.staging = staging;
        this.matching = matching;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        if (running && !busy.isLocked()) Thread.ofVirtual().name("import").start(this::workAll);
    }

    @Scheduled(fixedDelay = 6 * 60 * 60 * 1_000)
    void tidy() {
        Scope.asSystem(progress::forgetOldRows);
    }

    private void workAll() {
        if (!busy.tryLock()) return;
        try {
            while (running && workOne(() -> running)) {}
        } catch (RuntimeException e) {
            LOG.warn("The import stumbled and is taken up again", e);
        } finally {
            busy.unlock();
        }
    }

    /// @return whether there was one
    boolean workOne(BooleanSupplier goOn) {
        var job = Scope.asSystem(progress::claim).orElse(null);
        if (job == null) return false;
        Scope.as(job.scope(), () -> {
            work(job, goOn);
            return job;
        });
        return true;
    }

    private void work(ImportJob job, BooleanSupplier goOn) {
        try {
            if (job.totalRows() == null && !staging.read(job, goOn)) return;
            matching.match(job, goOn);
        } catch (ImportLost e) {
            LOG.info("Import {} was taken away", job.id());
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException e) {
            throw e;
        } catch (UnreadableFile e) {
            progress.failed(job, e.reason() + "\n" + e.detail());
        } catch (RuntimeException e) {
            LOG.error("Import {} failed", job.id(), e);
            progress.failed(job, "unexpected\n" + e.getMessage());
        } finally {
            if (!goOn.getAsBoolean()) progress.release(job);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (busy.tryLock(Duration.ofSeconds(10).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
                busy.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
