package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.process.incident.IncidentCommand.Escalate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Re-grades faults while they last (INC-08): whose level would become graver by now gets it, by a command of the
/// system.
@Component
class LevelWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LevelWatch.class);

    private static final Duration CLAIMED_FOR = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final IncidentManagement management;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LevelWatch(IncidentManagement management, JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.management = management;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10_000)
    void regrade() {
        Scope.asSystem(() -> {
            List<UUID> due;
            do {
                var until = clock.instant().plus(CLAIMED_FOR);
                due = transactions.execute(ignored -> claimed(until));
                due.forEach(id -> regrade(new RecordId(id), until));
            } while (due.size() == AT_ONCE);
        });
    }

    /// Claimed by moving the instant away: whoever comes second finds nothing, and a crash in between is caught a
    /// minute later.
    private List<UUID> claimed(Instant until) {
        return db.sql("""
            update incident.incident set regrade_at = :until where id in (
                select id from incident.incident where regrade_at <= :now order by regrade_at limit :most for update skip locked) returning id""")
                .param("now", SqlValues.of(clock.instant()))
                .param("until", SqlValues.of(until))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private void regrade(RecordId id, Instant until) {
        try {
            var outlook = management.outlook(id);
            if (outlook.graver() != null) management.performNow(id, new Escalate(outlook.graver(), "rule"));
            else lookAgain(id, until, outlook.next());
        } catch (RuntimeException e) {
            LOG.warn("Could not re-grade {}; it is tried again", id, e);
        }
    }

    /// The rules have changed since the instant was noted: now it is the one they give today, unless a command was
    /// quicker.
    private void lookAgain(RecordId id, Instant until, @Nullable Instant next) {
        transactions.executeWithoutResult(ignored -> db.sql(
                        "update incident.incident set regrade_at = cast(:next as timestamptz) where id = :id and regrade_at = :until")
                .param("next", next == null ? null : SqlValues.of(next))
                .param("id", id.value())
                .param("until", SqlValues.of(until))
                .update());
    }
}
