package io.hengwei.process.levelreport;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What time does to reports: one that nobody acknowledges goes up, one that found nobody is offered again. Each in a
/// transaction of its own, by whichever node comes first.
@Component
class ReportWatch implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWatch.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ReportRows rows;
    private final LevelReports reports;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Instant againAt = Instant.EPOCH;
    private @Nullable RecordId lastToNobody;

    ReportWatch(ReportRows rows, LevelReports reports, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        look(clock.instant());
        return false;
    }

    void look(Instant now) {
        Scope.asSystem(() -> waiting(now).forEach(this::passUp));
    }

    /// One that cannot be told keeps no other; it is tried again in the next round.
    private void passUp(RecordId id) {
        try {
            reports.passUp(id);
        } catch (RuntimeException e) {
            LOG.warn("Could not pass up {}; it is tried again", id, e);
        }
    }

    private List<RecordId> waiting(Instant now) {
        return transactions.execute(ignored -> {
            var waiting = new ArrayList<>(rows.overdue(now));
            if (!now.isBefore(againAt)) {
                againAt = now.plus(AGAIN);
                var toNobody = rows.toNobody(lastToNobody);
                if (!toNobody.isEmpty()) lastToNobody = toNobody.getLast();
                waiting.addAll(toNobody);
            }
            return waiting;
        });
    }
}
