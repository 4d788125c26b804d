package io.hengwei.process.sla;

import io.hengwei.platform.record.Causes.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time in the life of a clock.
///
/// @param name of the holiday, the make-up day, the closure
/// @param cause who paused the clock, and why
/// @param micros how long it lasts, in microseconds
record ClockSegment(
        Instant from,
        Instant to,
        Kind kind,
        @Nullable String name,
        @Nullable Cause cause,
        long micros) {
    enum Kind {
        COUNTED(true),
        /// Counted on a day that is worked instead of another.
        MAKE_UP(true),
        /// Counted once, and no more since the clock is counted anew.
        DISCARDED(false),
        /// Counted once, and taken back when an appeal was upheld.
        EXCLUDED(false),
        PAUSED(false),
        OFF_HOURS(false),
        HOLIDAY(false),
        /// Not worked in spite of the pattern.
        CLOSED(false);

        private final boolean counted;

        Kind(boolean counted) {
            this.counted = counted;
        }

        boolean counted() {
            return counted;
        }
    }
}
