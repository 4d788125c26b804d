package io.hengwei.process.sla;

import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Missed limits and what is said of them (SLA-08), by whoever may write a note on the record; said again, the later
/// word holds and the earlier one stays in the journal.
@Component
class Breaches implements Performer<AccountForBreach> {
    private final ClockRows rows;
    private final RecordCards cards;
    private final Operations operations;
    private final JdbcClient db;
    private final Clock clock;

    Breaches(ClockRows rows, RecordCards cards, Operations operations, JdbcClient db, Clock clock) {
        this.rows = rows;
        this.cards = cards;
        this.operations = operations;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Class<? extends AccountForBreach>> operations() {
        return List.of(AccountForBreach.class);
    }

    @Override
    public @Nullable UUID perform(Task<AccountForBreach> task) {
        return Performer.done(() -> account(task.operation()));
    }

    @Transactional
    public void account(AccountForBreach account) {
        var missed = rows.find(account.breach()).orElseThrow(() -> new NotFound(account.breach()));
        var card = cards.visible(new RecordId(missed.record()));
        if (missed.state().breachedAt() == null) throw new Refused("not-breached");
        operations.annotateBeside(card, "note", account, Boolean.class, () -> write(account) == 1);
    }

    private int write(AccountForBreach account) {
        db.sql("update sla.clock set accounted_at = :at where id = :clock")
                .param("at", SqlValues.of(clock.instant()))
                .param("clock", account.breach())
                .update();
        return db.sql("""
            insert into sla.breach_account (clock, cause, reason, measure, accounted_by, accounted_at) values (:clock, :cause, :reason, :measure, :by, :at)
            on conflict (clock) do update set cause = excluded.cause, reason = excluded.reason, measure = excluded.measure,
                accounted_by = excluded.accounted_by, accounted_at = excluded.accounted_at""")
                .param("clock", account.breach())
                .param("cause", account.breachCause().name())
                .param("reason", account.reason())
                .param("measure", account.measure())
                .param("by", Scope.current().me().value())
                .param("at", SqlValues.of(clock.instant()))
                .update();
    }
}
