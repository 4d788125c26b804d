package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;

/// What another version of its calendar makes of a running clock: it keeps what it had counted before, and goes on by
/// the new version from the instant at which that came into force, whenever this is noticed.
final class Renewal {
    private final ClockFold fold;

    Renewal(ClockFold fold) {
        this.fold = fold;
    }

    /// @param fold that knows the version
    Moved of(ClockState clock, int version, WorkCalendar calendar, Instant from) {
        var since = clock.resumedAt();
        var at = since != null && since.isAfter(from) ? since : from;
        var event = ClockEvent.of(ClockEvent.Kind.RETARGET, at, target(clock, version, calendar));
        var steps = new ArrayList<Step>();
        var current = clock;
        var missed = fold.breachBefore(clock, at);
        if (missed.isPresent() || isMissed(clock, at))
            event = ClockEvent.of(ClockEvent.Kind.RETARGET, at, kept(clock, version));
        for (var each : Stream.concat(missed.stream(), Stream.of(event)).toList()) {
            current = fold.apply(current, each);
            steps.add(new Step(each, current.target()));
        }
        return new Moved(current, steps);
    }

    /// What was over before the version came into force stays so: nothing that holds from then on is to blame.
    private static boolean isMissed(ClockState clock, Instant at) {
        return clock.breachedAt() != null && !clock.breachedAt().isAfter(at);
    }

    private static Target kept(ClockState clock, int version) {
        return clock.target().measured(clock.target().length(), version);
    }

    /// The limit as the rule states it, measured anew: a day may have become longer, or end earlier.
    private static Target target(ClockState clock, int version, WorkCalendar calendar) {
        var target = clock.target();
        return target.measured(Limit.parse(target.limit()).length(calendar, clock.startedAt()), version);
    }
}
