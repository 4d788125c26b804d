package io.hengwei.platform.record.feed;

import io.hengwei.platform.record.FeedSignal;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs sealer and consumers on this node: at once after a commit of its own, and every second for those of others.
@Component
class JournalFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    private static final Duration UPKEEP = Duration.ofHours(6);
    private static final Duration KEYS_KEPT = Duration.ofHours(48);

    private final Sealer sealer;
    private final Consumers consumers;
    private final FeedSignal signal;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = new Thread();
    private Instant upkeepDone = Instant.MIN;

    JournalFeed(
            Sealer sealer,
            Consumers consumers,
            FeedSignal signal,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock) {
        this.sealer = sealer;
        this.consumers = consumers;
        this.signal = signal;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        consumers.register();
        thread = Thread.ofVirtual().name("journal-feed").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                upkeep();
                var more = sealer.seal() == Sealer.BATCH;
                more |= consumers.moveAll();
                if (!more) signal.await(1_000);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) LOG.error("The feed stumbled and goes on", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /// Partitions ahead, idempotency keys that have had their time.
    private void upkeep() {
        var now = clock.instant();
        if (now.isBefore(upkeepDone.isBefore(Instant.EPOCH) ? now : upkeepDone.plus(UPKEEP))) return;
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
            db.sql("select record.ensure_partitions(now())")
                    .query(Integer.class)
                    .single();
            db.sql("delete from record.idempotency where at < ?")
                    .param(now.minus(KEYS_KEPT).atOffset(ZoneOffset.UTC))
                    .update();
        }));
        upkeepDone = now;
    }

    /// For tests and replays: everything committed has been sealed and consumed when this returns.
    void catchUp() {
        boolean more;
        do {
            more = sealer.seal() > 0;
            more |= consumers.moveAll();
        } while (more);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
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
