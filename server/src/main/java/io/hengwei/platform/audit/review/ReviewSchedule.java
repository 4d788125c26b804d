package io.hengwei.platform.audit.review;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens the review of every period that is over (SYS-18). A period before the product was there has no logs to read.
@Component
class ReviewSchedule implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewSchedule.class);
    private static final Duration REST = Duration.ofMinutes(10);

    private final LogReviewManagement reviews;
    private final Directory directory;
    private final Settings settings;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ZoneId zone;
    private Instant next = Instant.EPOCH;

    ReviewSchedule(
            LogReviewManagement reviews,
            Directory directory,
            Settings settings,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock,
            ZoneId zone) {
        this.reviews = reviews;
        this.directory = directory;
        this.settings = settings;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isBefore(next)) return false;
        next = now.plus(REST);
        Scope.asSystem(() -> openWhatIsOver(LocalDate.ofInstant(now, zone)));
        return false;
    }

    boolean openWhatIsOver(LocalDate today) {
        var months = settings.value(ReviewSettings.INTERVAL) == ReviewSettings.Interval.MONTHLY ? 1 : 3;
        var thisMonth = today.with(TemporalAdjusters.firstDayOfMonth());
        var to = thisMonth.minusMonths((thisMonth.getMonthValue() - 1) % months);
        var from = to.minusMonths(months);
        var root = directory.tree().root();
        if (root == null || !isDue(from, to)) return false;
        try {
            reviews.open(new OpenLogReview(root.id(), from, to));
            return true;
        } catch (Refused openedElsewhere) {
            LOG.debug("The review of {} is there already", from, openedElsewhere);
            return false;
        }
    }

    private boolean isDue(LocalDate from, LocalDate to) {
        return transactions.execute(ignored -> db.sql("""
            select not exists (select 1 from audit.log_review where period_from = :from and period_to = :to)
                and exists (select 1 from record.line_card where recorded_at < :end)""")
                .param("from", from)
                .param("to", to)
                .param("end", SqlValues.of(to.atStartOfDay(zone).toInstant()))
                .query(Boolean.class)
                .single());
    }
}
