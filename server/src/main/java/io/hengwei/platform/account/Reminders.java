package io.hengwei.platform.account;

import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Says of account requests and account reviews that they are late, once in a while as long as they are. Who hears it,
/// the rules of notices say.
@Component
class Reminders implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    /// @param times how often it has been said, this time included
    record Overdue(@Nullable Instant dueAt, int times) implements Unheld {}

    private final Operations operations;
    private final RecordCards cards;
    private final Settings settings;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    Reminders(
            Operations operations,
            RecordCards cards,
            Settings settings,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock) {
        this.operations = operations;
        this.cards = cards;
        this.settings = settings;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isBefore(next)) return false;
        remind(now);
        next = now.plus(PACE);
        return false;
    }

    /// Each in a transaction of its own; of two nodes the second finds that it has been said.
    void remind(Instant now) {
        Scope.asSystem(() -> late(now).forEach(id -> remind(id, now)));
    }

    /// What fails is tried again in the next round; the others do not wait for it.
    private void remind(RecordId id, Instant now) {
        try {
            transactions.executeWithoutResult(ignored -> cards.find(id).ifPresent(card -> say(card, now)));
        } catch (RuntimeException e) {
            LOG.error("That {} is late could not be said", id, e);
        }
    }

    private List<RecordId> late(Instant now) {
        return transactions.execute(ignored -> db
                .sql("""
            select c.id from record.record_card c
            where c.next_due_at < :now and c.phase = 'OPEN' and c.kind in ('ACCOUNT_REQUEST', 'ACCOUNT_REVIEW')
                and not exists (select 1 from account.reminder m where m.record = c.id and m.at > :before)
            order by c.next_due_at limit\s""" + BATCH)
                .param("now", SqlValues.of(now))
                .param("before", SqlValues.of(said(now)))
                .query(UUID.class)
                .list()
                .stream()
                .map(RecordId::new)
                .toList());
    }

    /// What was said before this may be said again.
    private Instant said(Instant now) {
        return now.minus(settings.value(AccountRequestSettings.REMINDER));
    }

    private void say(RecordCard card, Instant now) {
        db.sql("""
            insert into account.reminder as m (record, times, at) values (:record, 1, :now)
            on conflict (record) do update set times = m.times + 1, at = excluded.at where m.at <= :before returning times""")
                .param("record", card.id().value())
                .param("now", SqlValues.of(now))
                .param("before", SqlValues.of(said(now)))
                .query(Integer.class)
                .optional()
                .ifPresent(times -> operations.annotate(
                        card, "comment", new Overdue(card.nextDueAt(), times), Boolean.class, () -> true));
    }
}
