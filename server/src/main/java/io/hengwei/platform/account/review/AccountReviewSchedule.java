package io.hengwei.platform.account.review;

import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.AccountSettings;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens the rounds of every period that has begun since the product is there (SYS-13), and one for each temporary
/// account that ends soon; then looks after those that are under way.
@Component
class AccountReviewSchedule implements Loop.Work {
    private static final Duration REST = Duration.ofMinutes(10);

    private final DueReviews reviews;
    private final ReviewUpkeep upkeep;
    private final Reviewers reviewers;
    private final AccountCensus census;
    private final Settings settings;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ZoneId zone;
    private Instant next = Instant.EPOCH;

    AccountReviewSchedule(
            DueReviews reviews,
            ReviewUpkeep upkeep,
            Reviewers reviewers,
            AccountCensus census,
            Settings settings,
            JdbcClient db,
            TransactionTemplate transactions,
            Clock clock,
            ZoneId zone) {
        this.reviews = reviews;
        this.upkeep = upkeep;
        this.reviewers = reviewers;
        this.census = census;
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
        Scope.asSystem(() -> {
            openPeriod(LocalDate.ofInstant(now, zone));
            openEndings(now);
            upkeep.look();
        });
        next = now.plus(REST);
        return false;
    }

    void openPeriod(LocalDate today) {
        var months = settings.value(AccountReviewSettings.INTERVAL).months();
        var thisMonth = today.with(TemporalAdjusters.firstDayOfMonth());
        var period = thisMonth.minusMonths((thisMonth.getMonthValue() - 1) % months);
        if (!wasThere(period)) return;
        var units = transactions.execute(ignored -> reviewers.units());
        reviews.openAll(units.stream().map(unit -> new OpenAccountReview(unit, ReviewCause.PERIODIC, null, period)));
    }

    /// A period that had begun before the product was there is not reviewed: its first round comes with the next.
    private boolean wasThere(LocalDate period) {
        return transactions.execute(
                ignored -> db.sql("select exists (select 1 from record.line_card where recorded_at < ?)")
                        .param(SqlValues.of(period.atStartOfDay(zone).toInstant()))
                        .query(Boolean.class)
                        .single());
    }

    void openEndings(Instant now) {
        var until = now.plus(settings.value(AccountSettings.END_WARNING));
        reviews.openAll(census.endingBefore(until).stream()
                .map(ending -> new OpenAccountReview(
                        ending.unit(),
                        ReviewCause.ENDING,
                        ending.person(),
                        LocalDate.ofInstant(ending.endsAt(), zone))));
    }
}
