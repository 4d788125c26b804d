package io.hengwei.process.sla;

import io.hengwei.platform.record.RecordClocks.Outcome;
import io.hengwei.platform.record.RecordClocks.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where a clock stands after its events.
///
/// @param counted working time before it last began to run
/// @param startedAt since when it is counted
/// @param resumedAt since when it runs; null when it stands
/// @param taken steps of escalation that have been taken
/// @param pausedUntil when a pause has lasted as long as it may; null where it may last
record ClockState(
        State state,
        Target target,
        Instant startedAt,
        Duration counted,
        @Nullable Instant resumedAt,
        @Nullable Instant pausedUntil,
        @Nullable Instant stoppedAt,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        Set<Escalation.Mark> taken) {

    static ClockState started(Target target, Instant at) {
        return new ClockState(State.RUNNING, target, at, Duration.ZERO, at, null, null, null, null, Set.of());
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean isOver() {
        return state == State.STOPPED || state == State.CANCELLED;
    }

    @Nullable
    Outcome outcome() {
        if (state != State.STOPPED) return null;
        return breachedAt == null ? Outcome.MET : Outcome.MISSED;
    }

    ClockState standing(State state, Duration counted, @Nullable Instant stoppedAt) {
        return new ClockState(state, target, startedAt, counted, null, null, stoppedAt, warnedAt, breachedAt, taken);
    }

    ClockState running(Target target, Instant at) {
        return new ClockState(State.RUNNING, target, startedAt, counted, at, null, null, warnedAt, breachedAt, taken);
    }

    ClockState paused(Duration counted, @Nullable Instant until) {
        return new ClockState(State.PAUSED, target, startedAt, counted, null, until, null, warnedAt, breachedAt, taken);
    }

    /// Nothing has been counted; whether it runs stays as it is.
    ClockState restarted(Target target, Instant at) {
        return new ClockState(
                state,
                target,
                at,
                Duration.ZERO,
                isRunning() ? at : null,
                pausedUntil,
                stoppedAt,
                null,
                null,
                Set.of());
    }

    /// What has been counted stays; what had been noticed holds only as far as the new limit says the same.
    ClockState retargeted(Target target, Instant at, Duration counted) {
        return new ClockState(
                state,
                target,
                startedAt,
                counted,
                isRunning() ? at : null,
                pausedUntil,
                stoppedAt,
                counted.compareTo(target.warnAfter()) < 0 ? null : warnedAt,
                counted.compareTo(target.length()) < 0 ? null : breachedAt,
                taken);
    }

    ClockState warned(Instant at) {
        return new ClockState(
                state, target, startedAt, counted, resumedAt, pausedUntil, stoppedAt, at, breachedAt, taken);
    }

    ClockState breached(Instant at) {
        return new ClockState(
                state, target, startedAt, counted, resumedAt, pausedUntil, stoppedAt, warnedAt, at, taken);
    }

    /// So much of what has been counted is taken back; what had been noticed holds only as far as the rest says the
    /// same.
    ClockState corrected(Duration counted, Instant at) {
        return new ClockState(
                state,
                target,
                startedAt,
                counted,
                isRunning() ? at : null,
                pausedUntil,
                stoppedAt,
                counted.compareTo(target.warnAfter()) < 0 ? null : warnedAt,
                counted.compareTo(target.length()) <= 0 ? null : breachedAt,
                taken);
    }

    ClockState escalated(Escalation.Mark mark) {
        var all = new TreeSet<>(taken);
        all.add(mark);
        return new ClockState(
                state,
                target,
                startedAt,
                counted,
                resumedAt,
                pausedUntil,
                stoppedAt,
                warnedAt,
                breachedAt,
                Collections.unmodifiableSet(all));
    }
}
