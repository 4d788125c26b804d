package io.hengwei.platform.account.review;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// When accounts are reviewed, by whom, and what about them deserves a second look.
@Component
final class AccountReviewSettings implements DeclaresSettings {
    private static final String CLAUSE = "000-T art.11.13; 001-1 §3 二(七)";

    enum Interval {
        MONTHLY(1),
        QUARTERLY(3),
        HALF_YEARLY(6),
        YEARLY(12);

        private final int months;

        Interval(int months) {
            this.months = months;
        }

        int months() {
            return months;
        }
    }

    /// @param roles whose holders are the heads of the unit over which they hold it
    record Heads(List<String> roles) {}

    static final Setting<Interval> INTERVAL = Setting.choice("account.review-interval", Interval.QUARTERLY)
            .clause(CLAUSE)
            .asProposed();
    static final Setting<Heads> HEADS = Setting.table(
                    "account.review-heads", Heads.class, new Heads(List.of("DEPT_HEAD")))
            .clause(CLAUSE)
            .asProposed();

    /// Within which a round is to be confirmed.
    static final Setting<Duration> LIMIT = Setting.duration("account.review-limit", Duration.ofDays(10))
            .clause(CLAUSE)
            .asProposed();

    /// After which an account to which nobody signs in counts as unused.
    static final Setting<Duration> UNUSED = Setting.duration("account.review-unused", Duration.ofDays(90))
            .clause(CLAUSE)
            .asProposed();
}
