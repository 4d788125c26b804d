package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the pipeline on this node: at once when something came in here, and every second for what came in elsewhere or
/// was left by a node that died.
@Component
class AlertWorker implements Loop.Work {
    private static final Duration REPETITIONS = Duration.ofSeconds(10);
    private static final Duration UPKEEP = Duration.ofHours(6);

    private final AlertPipeline pipeline;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Instant repetitionsTold = Instant.EPOCH;
    private Instant upkeepDone = Instant.EPOCH;

    AlertWorker(AlertPipeline pipeline, JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.pipeline = pipeline;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        if (pipeline.step()) return true;
        var now = clock.instant();
        if (now.isAfter(repetitionsTold.plus(REPETITIONS))) {
            pipeline.tellRepetitions();
            repetitionsTold = now;
        }
        if (now.isAfter(upkeepDone.plus(UPKEEP))) {
            makePartitions(now);
            upkeepDone = now;
        }
        return false;
    }

    private void makePartitions(Instant now) {
        Scope.asSystem(
                () -> transactions.executeWithoutResult(ignored -> db.sql("select monitoring.ensure_partitions(?)")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()));
    }
}
