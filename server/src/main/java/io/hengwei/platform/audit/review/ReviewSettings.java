package io.hengwei.platform.audit.review;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The figures by which something in the ledger stands out, and when it is reviewed (SYS-18, SYS-19).
@Component
final class ReviewSettings implements DeclaresSettings {
    enum Interval {
        MONTHLY,
        QUARTERLY
    }

    private static final String ANOMALIES = "000-R §一.5; 001-3 ch3 §七.1";

    static final Setting<Interval> INTERVAL = Setting.choice("audit.review-interval", Interval.MONTHLY)
            .clause("001-3 ch3 §七.1; 000-R §一.5")
            .asProposed();
    static final Setting<Duration> LIMIT =
            Setting.duration("audit.review-limit", Duration.ofDays(10)).asProposed();

    /// Hours of the wall clock between which an administrator's sign-in stands out.
    static final Setting<Integer> NIGHT_FROM = Setting.integer("audit.night-from", 20)
            .between(0, 23)
            .unit("hour")
            .clause(ANOMALIES)
            .asProposed();
    static final Setting<Integer> NIGHT_UNTIL = Setting.integer("audit.night-until", 7)
            .between(0, 23)
            .unit("hour")
            .clause(ANOMALIES)
            .asProposed();

    static final Setting<Integer> EXPORTED_ROWS = Setting.integer("audit.exported-rows-a-day", 20_000)
            .clause(ANOMALIES)
            .asProposed();
    static final Setting<Integer> EXPORTS =
            Setting.integer("audit.exports-a-day", 20).clause(ANOMALIES).asProposed();
    static final Setting<Integer> REFUSALS =
            Setting.integer("audit.refusals-an-hour", 20).clause(ANOMALIES).asProposed();
    static final Setting<Integer> FAILED_SIGN_INS = Setting.integer("audit.failed-sign-ins-an-hour", 5)
            .clause(ANOMALIES)
            .asProposed();

    /// A right that was given and taken away again within this time.
    static final Setting<Duration> SHORT_GRANT = Setting.duration("audit.short-grant", Duration.ofHours(24))
            .clause(ANOMALIES)
            .asProposed();
}
