package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the pipeline on this node: at once when something came in here, and every second for what came in elsewhere or
/// was left by a node that died.
@Component
class AlertWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWorker.class);
    private static final Duration REPETITIONS = Duration.ofSeconds(10);
    private static final Duration UPKEEP = Duration.ofHours(6);

    private final AlertPipeline pipeline;
    private final AlertSignal signal;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = new Thread();
    private Instant repetitionsTold = Instant.EPOCH;
    private Instant upkeepDone = Instant.EPOCH;

    AlertWorker(
            AlertPipeline pipeline, AlertSignal signal, JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.pipeline = pipeline;
        this.signal = signal;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    private void run() {
        while (running) {
            try {
                while (running && pipeline.step()) continue;
                inBetween(clock.instant());
                signal.await(1_000);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) LOG.error("Alerts wait for a moment", e);
                pause();
            }
        }
    }

    private void inBetween(Instant now) {
        if (now.isAfter(repetitionsTold.plus(REPETITIONS))) {
            pipeline.tellRepetitions();
            repetitionsTold = now;
        }
        if (now.isAfter(upkeepDone.plus(UPKEEP))) {
            Scope.asSystem(() ->
                    transactions.executeWithoutResult(ignored -> db.sql("select monitoring.ensure_partitions(now())")
                            .query(Integer.class)
                            .single()));
            upkeepDone = now;
        }
    }

    private void pause() {
        try {
            signal.await(1_000);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("alert-worker").start(this::run);
    }

    /// Lets the present round be finished: an interrupt would break its connection.
    @Override
    public void stop() {
        running = false;
        signal.ring();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
