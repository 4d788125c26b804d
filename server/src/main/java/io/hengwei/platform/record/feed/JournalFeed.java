package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs sealer and consumers on this node: at once after a commit of its own, and every second for those of others.
@Component
class JournalFeed implements Loop.Work {
    private static final Duration UPKEEP = Duration.ofHours(6);
    private static final Duration KEYS_KEPT = Duration.ofHours(48);

    private final Sealer sealer;
    private final Consumers consumers;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Instant upkeepDone = Instant.EPOCH;

    JournalFeed(Sealer sealer, Consumers consumers, JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.sealer = sealer;
        this.consumers = consumers;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isAfter(upkeepDone.plus(UPKEEP))) {
            consumers.register();
            upkeep(now);
            upkeepDone = now;
        }
        var more = sealer.seal() == Sealer.BATCH;
        return consumers.moveAll() || more;
    }

    /// Partitions ahead (of the database's own clock, which dates journal lines), and idempotency keys that have
    /// had their time.
    private void upkeep(Instant now) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
            db.sql("select record.ensure_partitions(now())")
                    .query(Integer.class)
                    .single();
            db.sql("delete from record.idempotency where at < ?")
                    .param(now.minus(KEYS_KEPT).atOffset(ZoneOffset.UTC))
                    .update();
        }));
    }
}
