package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves every consumer along the feed: a batch and its position are one transaction, and one node moves a consumer at
/// a time.
@Component
class Consumers {
    static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);

    private final List<JournalConsumer> consumers;
    private final JournalReader reader;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Map<String, Integer> paces = new ConcurrentHashMap<>();

    Consumers(List<JournalConsumer> consumers, JournalReader reader, JdbcClient db, TransactionTemplate transactions) {
        this.consumers = consumers;
        this.reader = reader;
        this.db = db;
        this.transactions = transactions;
    }

    void register() {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored ->
                consumers.forEach(c -> db.sql("insert into record.consumer (name) values (?) on conflict do nothing")
                        .param(c.name())
                        .update())));
    }

    /// @return whether any consumer has more to read
    boolean moveAll() {
        var more = false;
        for (var consumer : consumers) more |= move(consumer);
        return more;
    }

    /// What failed as a batch is taken line by line: so it stands at the very line that it cannot take, and a replay
    /// can pass over it.
    private boolean move(JournalConsumer consumer) {
        var pace = paces.getOrDefault(consumer.name(), BATCH);
        try {
            var more = Scope.asSystem(() -> transactions.execute(ignored -> step(consumer, pace)));
            paces.put(consumer.name(), Math.min(BATCH, pace * 2));
            return more;
        } catch (RuntimeException e) {
            LOG.error("Consumer {} cannot go on", consumer.name(), e);
            remember(consumer, e);
            paces.put(consumer.name(), 1);
            return false;
        }
    }

    private boolean step(JournalConsumer consumer, int pace) {
        var position = db.sql("select seq from record.consumer where name = ? for update skip locked")
                .param(consumer.name())
                .query(Long.class)
                .optional();
        if (position.isEmpty()) return false;
        var lines = reader.after(position.get(), pace);
        if (lines.isEmpty()) return false;
        consumer.consume(lines);
        db.sql("update record.consumer set seq = ?, moved_at = now(), error = null where name = ?")
                .param(lines.getLast().seq())
                .param(consumer.name())
                .update();
        return lines.size() == pace;
    }

    private void remember(JournalConsumer consumer, RuntimeException e) {
        try {
            Scope.asSystem(() -> transactions.executeWithoutResult(
                    ignored -> db.sql("update record.consumer set error = ? where name = ?")
                            .param(String.valueOf(e))
                            .param(consumer.name())
                            .update()));
        } catch (RuntimeException again) {
            LOG.warn("Could not note the error of {}", consumer.name(), again);
        }
    }
}
