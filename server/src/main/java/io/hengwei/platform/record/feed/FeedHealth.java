package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.LoopHealth;
import io.hengwei.platform.shared.Scope;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether every consumer of the journal goes on; one that stands stands on all nodes.
@Component("consumersHealthIndicator")
class FeedHealth extends AbstractHealthIndicator {
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    FeedHealth(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var standing = Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "select name, failing_since || ' ' || error from record.consumer where failing_since is not null")
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()));
        health.status(standing.isEmpty() ? Status.UP : LoopHealth.DEGRADED);
        standing.forEach(each -> health.withDetail(each.getKey(), each.getValue()));
    }
}
