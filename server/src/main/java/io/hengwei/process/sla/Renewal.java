package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarTurn;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What other versions of its calendar make of a running clock: it keeps what it had counted before, and goes on by
/// each version from the instant at which that came into force, whenever this is noticed.
final class Renewal {
    private final ClockFold fold;
    private final Measuring measuring;

    /// @param fold that knows the versions
    Renewal(ClockFold fold, Measuring measuring) {
        this.fold = fold;
        this.measuring = measuring;
    }

    /// @param clock that runs
    /// @param turns of its calendar, the oldest first
    Moved of(ClockState clock, List<CalendarTurn> turns) {
        var since = Objects.requireNonNull(clock.resumedAt());
        var steps = new ArrayList<Step>();
        var current = clock;
        for (int i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            boolean isPast = i + 1 < turns.size() && !turns.get(i + 1).from().isAfter(since);
            if (isPast || isCounted(current, clock.target().calendar(), turn)) continue;
            for (var event : at(turn.from().isAfter(since) ? turn.from() : since, turn, current)) {
                current = fold.apply(current, event);
                steps.add(new Step(event, current.target()));
            }
        }
        return new Moved(current, steps);
    }

    /// By this version already, or around the clock, because there is no counting by the calendar.
    private static boolean isCounted(ClockState clock, String calendar, CalendarTurn turn) {
        var target = clock.target();
        return !target.calendar().equals(calendar) || target.calendarVersion() == turn.version();
    }

    private List<ClockEvent> at(Instant at, CalendarTurn turn, ClockState clock) {
        var events = new ArrayList<ClockEvent>();
        fold.breachBefore(clock, at).ifPresent(events::add);
        boolean missed = !events.isEmpty() || isMissed(clock, at);
        var target = clock.target();
        events.add(ClockEvent.of(
                ClockEvent.Kind.RETARGET,
                at,
                missed
                        ? target.kept(turn.version())
                        : measuring.by(target, target.calendar(), turn.version(), turn.calendar(), clock.startedAt())));
        return events;
    }

    /// What was over before the version came into force stays so: nothing that holds from then on is to blame.
    private static boolean isMissed(ClockState clock, Instant at) {
        return clock.breachedAt() != null && !clock.breachedAt().isAfter(at);
    }
}
