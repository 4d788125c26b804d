package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves every consumer along the feed: a batch and its position are one transaction, and one node moves a consumer at
/// a time. A consumer that cannot take a line stands there and is tried again after ever longer pauses, which hold for
/// all nodes; the others go on.
@Component
class Consumers {
    static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final List<JournalConsumer> consumers;
    private final JournalReader reader;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<String, Integer> paces = new ConcurrentHashMap<>();

    Consumers(
            List<JournalConsumer> consumers,
            JournalReader reader,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock) {
        this.consumers = consumers;
        this.reader = reader;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
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
        int pace = paces.getOrDefault(consumer.name(), BATCH);
        try {
            int taken = Scope.asSystem(() -> transactions.execute(ignored -> step(consumer, pace)));
            if (taken > 0) paces.put(consumer.name(), Math.min(BATCH, pace * 2));
            return taken == pace;
        } catch (RuntimeException e) {
            paces.put(consumer.name(), 1);
            if (pace == 1) stand(consumer, e);
            else LOG.info("Consumer {} takes its lines one by one: {}", consumer.name(), e.toString());
            return pace > 1;
        }
    }

    /// @return how many lines it took
    private int step(JournalConsumer consumer, int pace) {
        var now = SqlValues.of(clock.instant());
        var position = db.sql(
                        "select seq from record.consumer where name = ? and (retry_at is null or retry_at <= ?) for update skip locked")
                .param(consumer.name())
                .param(now)
                .query(Long.class)
                .optional();
        if (position.isEmpty()) return 0;
        var lines = reader.after(position.get(), pace);
        if (lines.isEmpty()) return 0;
        consumer.consume(lines);
        db.sql("""
            update record.consumer set seq = ?, moved_at = ?, error = null, failing_since = null, failures = 0, retry_at = null where name = ?""")
                .param(lines.getLast().seq())
                .param(now)
                .param(consumer.name())
                .update();
        return lines.size();
    }

    /// Without a database this fails as well, and the whole feed pauses.
    private void stand(JournalConsumer consumer, RuntimeException e) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
            var failures = 1
                    + db.sql("select failures from record.consumer where name = ? for update")
                            .param(consumer.name())
                            .query(Integer.class)
                            .single();
            var now = clock.instant();
            var retryAt = now.plus(Loop.pause(failures, LONGEST_PAUSE));
            db.sql("""
                update record.consumer set error = :error, failures = :failures, retry_at = :retry, failing_since = coalesce(failing_since, :now)
                where name = :name""")
                    .param("error", String.valueOf(e))
                    .param("failures", failures)
                    .param("retry", SqlValues.of(retryAt))
                    .param("now", SqlValues.of(now))
                    .param("name", consumer.name())
                    .update();
            if (failures == 1) LOG.error("Consumer {} cannot go on", consumer.name(), e);
            else LOG.warn("Consumer {} has failed {} times, next at {}", consumer.name(), failures, retryAt);
        }));
    }
}
