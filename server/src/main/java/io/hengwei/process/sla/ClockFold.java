package io.hengwei.process.sla;

import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.record.RecordClocks.State;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The arithmetic of clocks: a clock is the fold over its events, each stretch counted by the calendar version of its
/// time. Pure.
final class ClockFold {
    /// Calendars as they stood.
    interface CalendarsOfTheTime {
        WorkCalendar byId(String id, int version);
    }

    private final CalendarsOfTheTime calendars;

    ClockFold(CalendarsOfTheTime calendars) {
        this.calendars = calendars;
    }

    ClockState fold(List<ClockEvent> events) {
        var first = events.getFirst();
        var state = ClockState.started(Objects.requireNonNull(first.target()), first.at());
        for (var event : events.subList(1, events.size())) state = apply(state, event);
        return state;
    }

    ClockState apply(ClockState clock, ClockEvent event) {
        var at = event.at();
        return switch (event.kind()) {
            case START -> throw new IllegalStateException("A clock starts once");
            case PAUSE ->
                clock.paused(
                        counted(clock, at),
                        event.pause() == null ? null : event.pause().until());
            case RESUME -> clock.running(target(event), at);
            case RESTART -> clock.restarted(target(event), at);
            case RETARGET -> clock.retargeted(target(event), at, counted(clock, at));
            case STOP -> clock.standing(State.STOPPED, counted(clock, at), at);
            case CANCEL -> clock.standing(State.CANCELLED, counted(clock, at), at);
            case WARN -> clock.warned(at);
            case BREACH -> clock.breached(at);
            case NO_PAUSE -> clock;
            case CORRECT ->
                clock.corrected(
                        counted(clock, at)
                                .minus(Objects.requireNonNull(event.correction())
                                        .amount()),
                        at);
            case ESCALATE -> clock.escalated(Objects.requireNonNull(event.mark()));
        };
    }

    /// Working time that has run until then.
    Duration counted(ClockState clock, Instant at) {
        var since = clock.resumedAt();
        return since == null
                ? clock.counted()
                : clock.counted().plus(calendar(clock).between(since, at));
    }

    /// When the limit ends, or ended, if nothing stops the clock; null when it stands.
    @Nullable
    Instant dueAt(ClockState clock) {
        return clock.isRunning() && clock.breachedAt() != null
                ? clock.breachedAt()
                : reaches(clock, clock.target().length());
    }

    /// When somebody must look at the clock next: at the warning, then at the breach, then nobody; while it stands,
    /// when it has stood as long as it may.
    @Nullable
    Instant nextCheckAt(ClockState clock) {
        if (clock.state() == State.PAUSED) return clock.pausedUntil();
        var step = nextStep(clock).map(Step::at).orElse(null);
        if (clock.breachedAt() != null) return step;
        var check = clock.warnedAt() == null ? reaches(clock, clock.target().warnAfter()) : dueAt(clock);
        return step == null || check != null && check.isBefore(step) ? check : step;
    }

    /// A step of escalation, and when its time has come.
    record Step(Instant at, Escalation.Mark mark) {}

    /// The first step that has not been taken; none while the clock stands.
    Optional<Step> nextStep(ClockState clock) {
        if (!clock.isRunning()) return Optional.empty();
        return clock.target().marks().stream()
                .filter(mark -> !clock.taken().contains(mark))
                .flatMap(mark -> Stream.ofNullable(at(clock, mark)).map(at -> new Step(at, mark)))
                .min(Comparator.comparing(Step::at).thenComparing(Step::mark));
    }

    private @Nullable Instant at(ClockState clock, Escalation.Mark mark) {
        var length = clock.target().length();
        if (!mark.wall())
            return reaches(clock, length.multipliedBy(mark.percent()).dividedBy(100));
        var due = dueAt(clock);
        return due == null
                ? null
                : clock.startedAt()
                        .plus(Duration.between(clock.startedAt(), due)
                                .multipliedBy(mark.percent())
                                .dividedBy(100));
    }

    /// What has come due by then and nobody has noticed, in the order in which it came. What is due for both is a
    /// breach alone.
    List<ClockEvent> dueBefore(ClockState clock, Instant now) {
        var due = new ArrayList<ClockEvent>();
        var state = clock;
        var end = dueAt(state);
        if (end != null && state.breachedAt() == null && end.isBefore(now)) {
            due.add(ClockEvent.of(ClockEvent.Kind.BREACH, end));
        } else if (state.breachedAt() == null && state.warnedAt() == null) {
            var warning = reaches(state, state.target().warnAfter());
            if (warning != null && warning.isBefore(now)) due.add(ClockEvent.of(ClockEvent.Kind.WARN, warning));
        }
        for (var step = nextStep(state); step.isPresent() && step.get().at().isBefore(now); step = nextStep(state)) {
            var event = ClockEvent.escalation(step.get().at(), step.get().mark());
            due.add(event);
            state = apply(state, event);
        }
        due.sort(Comparator.comparing(ClockEvent::at));
        return due;
    }

    /// The breach that nobody has noticed yet.
    Optional<ClockEvent> breachBefore(ClockState clock, Instant at) {
        var due = dueAt(clock);
        return due == null || clock.breachedAt() != null || !due.isBefore(at)
                ? Optional.empty()
                : Optional.of(ClockEvent.of(ClockEvent.Kind.BREACH, due));
    }

    WorkCalendar calendar(ClockState clock) {
        return calendars.byId(clock.target().calendar(), clock.target().calendarVersion());
    }

    /// Null also when no calendar reaches so far.
    private @Nullable Instant reaches(ClockState clock, Duration length) {
        var since = clock.resumedAt();
        if (since == null) return null;
        var left = length.minus(clock.counted());
        try {
            return left.isPositive() ? calendar(clock).plus(since, left) : since;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Target target(ClockEvent event) {
        return Objects.requireNonNull(event.target());
    }
}
