package io.hengwei.process.workorder;

import io.hengwei.platform.shared.Refused;
import java.time.Duration;
import java.time.Instant;

/// From when until when somebody worked.
public record WorkedTime(Instant from, Instant until) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /// Work begins before it ends, and is written down when it is done.
    public void requireDoneBy(Instant now) {
        if (until.isBefore(from)) throw Refused.invalid("ends-before-start").at("endedAt");
        if (until.isAfter(now.plus(CLOCK_SKEW)))
            throw Refused.invalid("work-to-come").at("endedAt");
    }
}
