package io.hengwei.process.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a clock.
///
/// @param target by which time is counted from here on; with `START`, `RESUME` and `RETARGET` only
record ClockEvent(Kind kind, Instant at, @Nullable Target target) {
    enum Kind {
        START,
        PAUSE,
        RESUME,
        RETARGET,
        STOP,
        WARN,
        BREACH,
        CANCEL;

        boolean setsTarget() {
            return this == START || this == RESUME || this == RETARGET;
        }

        /// It says that time has passed, and changes nothing about how that is counted.
        boolean isNotice() {
            return this == WARN || this == BREACH;
        }
    }

    ClockEvent {
        if (kind.setsTarget() != (target != null)) throw new IllegalArgumentException(kind + " with target " + target);
    }

    static ClockEvent of(Kind kind, Instant at) {
        return new ClockEvent(kind, at, null);
    }
}
