package io.hengwei.process.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a clock.
///
/// @param target by which time is counted from here on; with what sets one only
/// @param correction what is taken back; with `CORRECT` only
/// @param mark which step was taken; with `ESCALATE` only
/// @param pause why it stands, and until when at the latest; with `PAUSE` and `NO_PAUSE` only
record ClockEvent(
        Kind kind,
        Instant at,
        @Nullable Target target,
        @Nullable Pause pause,
        Escalation.@Nullable Mark mark,
        @Nullable Correction correction) {
    /// @param amount of working time that had been counted between the two
    record Correction(Instant from, Instant to, Duration amount) {}

    /// @param reason what the record waits for, `VENDOR`
    /// @param until when the clock runs again, whatever the record does; null for no limit
    record Pause(@Nullable String reason, @Nullable Instant until) {}

    enum Kind {
        START,
        PAUSE,
        RESUME,
        RETARGET,
        STOP,
        WARN,
        BREACH,
        CANCEL,
        /// It is counted anew from here, by another target.
        RESTART,
        /// The record waits, but the clock may not stand still for this reason again.
        NO_PAUSE,
        /// A step of escalation was taken.
        ESCALATE,
        /// What was counted in a stretch counts no more: an appeal was upheld.
        CORRECT;

        boolean setsTarget() {
            return this == START || this == RESUME || this == RETARGET || this == RESTART;
        }

        /// It says that time has passed, and changes nothing about how that is counted.
        boolean isNotice() {
            return this == WARN || this == BREACH || this == NO_PAUSE || this == ESCALATE;
        }
    }

    ClockEvent {
        if (kind.setsTarget() != (target != null)) throw new IllegalArgumentException(kind + " with target " + target);
    }

    static ClockEvent of(Kind kind, Instant at) {
        return new ClockEvent(kind, at, null, null, null, null);
    }

    static ClockEvent of(Kind kind, Instant at, Target target) {
        return new ClockEvent(kind, at, target, null, null, null);
    }

    static ClockEvent escalation(Instant at, Escalation.Mark mark) {
        return new ClockEvent(Kind.ESCALATE, at, null, null, mark, null);
    }

    static ClockEvent correction(Instant at, Correction correction) {
        return new ClockEvent(Kind.CORRECT, at, null, null, null, correction);
    }

    static ClockEvent noPause(Instant at, String reason) {
        return new ClockEvent(Kind.NO_PAUSE, at, null, new Pause(reason, null), null, null);
    }

    static ClockEvent pause(Instant at, @Nullable String reason, @Nullable Instant until) {
        return new ClockEvent(Kind.PAUSE, at, null, new Pause(reason, until), null, null);
    }
}
