package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.incident.IncidentCommand.Escalate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
                due = transactions.execute(ignored -> claimed());
                due.forEach(id -> regrade(new RecordId(id)));
            } while (due.size() == 100);
        });
    }

    /// Claimed by moving the instant away: whoever comes second finds nothing, and a crash in between is caught a
    /// minute later.
    private List<UUID> claimed() {
        var now = clock.instant();
        return db.sql("""
            update incident.incident set regrade_at = :later where id in (
                select id from incident.incident where regrade_at <= :now order by regrade_at limit 100 for update skip locked) returning id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("later", now.plusSeconds(60).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private void regrade(RecordId id) {
        try {
            var level = management.graverLevel(id);
            if (level.isPresent()) management.performNow(id, new Escalate(level.get(), "rule"));
        } catch (RuntimeException e) {
            LOG.warn("Could not re-grade {}; it is tried again", id, e);
        }
    }
}
