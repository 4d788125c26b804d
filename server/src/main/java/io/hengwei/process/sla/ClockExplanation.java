package io.hengwei.process.sla;

import io.hengwei.platform.record.Causes.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Why a clock has counted what it has counted: what happened to it, and every stretch of time from its start on. The
/// stretches follow one another without a gap; those that count add up to what was counted, to the microsecond.
///
/// @param countedMicros what the limit was used up by, in microseconds
/// @param unannounced years that were counted by the week alone, because nobody has said yet which days are holidays
record ClockExplanation(
        List<Event> events, List<ClockSegment> segments, long countedMicros, List<Integer> unannounced) {
    /// @param goal by what it is measured from here on; null where this does not change
    /// @param cause the command that did it; null where time alone did
    /// @param until when a pause is over at the latest
    /// @param percent of the limit at which a step of escalation lies
    /// @param part the stretch that was taken back
    record Event(
            Instant at,
            ClockEvent.Kind kind,
            @Nullable Goal goal,
            @Nullable Cause cause,
            @Nullable Instant until,
            @Nullable Integer percent,
            @Nullable Part part) {
        Event withoutSource() {
            return new Event(at, kind, goal == null ? null : goal.withoutSource(), cause, until, percent, part);
        }
    }

    record Part(Instant from, Instant to) {}

    /// @param limit as the rule states it: `PT2H`, `P2D`, `EOD`
    /// @param level code of the fault's level, `LEVEL_II`
    /// @param systemClass code of the system's class, `A`
    /// @param calendar its name
    /// @param source which rule or promise it is; null where it was laid down before that was noted
    record Goal(
            String limit,
            String level,
            String systemClass,
            String calendar,
            int calendarVersion,
            @Nullable Source source) {
        Goal withoutSource() {
            return new Goal(limit, level, systemClass, calendar, calendarVersion, null);
        }

        static Goal of(Target target, UnaryOperator<String> names) {
            return new Goal(
                    target.limit(),
                    target.level().name(),
                    target.systemClass().name(),
                    names.apply(target.calendar()),
                    target.calendarVersion(),
                    target.source());
        }
    }

    /// @param names what calendars are called
    /// @param now where a clock that still runs or waits is looked at
    static ClockExplanation of(
            List<ClockEvent> events,
            ClockFold fold,
            Map<Instant, Cause> causes,
            UnaryOperator<String> names,
            Instant now) {
        var strip = strip(events, fold, causes, now);
        return new ClockExplanation(
                events.stream().map(event -> event(event, causes, names)).toList(),
                strip.segments(),
                strip.countedMicros(),
                strip.unannounced());
    }

    /// The life of a clock, laid out.
    static ClockStrip strip(List<ClockEvent> events, ClockFold fold, Map<Instant, Cause> causes, Instant now) {
        var strip = new ClockStrip(fold, causes);
        var state = fold.fold(events.subList(0, 1));
        for (var event : events.subList(1, events.size())) {
            if (event.kind().isNotice()) continue;
            var correction = event.correction();
            if (correction == null || !state.isOver()) strip.until(event.at(), state);
            if (event.kind() == ClockEvent.Kind.RESTART) strip.discard();
            if (correction != null) strip.exclude(correction.from(), correction.to());
            state = fold.apply(state, event);
        }
        if (!state.isOver()) strip.until(now, state);
        return strip;
    }

    /// A correction and what it leads to: where what is left is still too much, the limit was missed when that much had
    /// been counted.
    static List<ClockEvent> corrected(List<ClockEvent> events, ClockFold fold, ClockEvent correction) {
        var all = new ArrayList<>(events);
        all.add(correction);
        var state = fold.fold(all);
        var missed = strip(all, fold, Map.of(), correction.at())
                .counting(state.target().length());
        return state.breachedAt() == null || missed == null || missed.equals(state.breachedAt())
                ? List.of(correction)
                : List.of(correction, ClockEvent.of(ClockEvent.Kind.BREACH, missed));
    }

    /// Without the names of what was agreed with others.
    ClockExplanation withoutSources() {
        return new ClockExplanation(
                events.stream().map(Event::withoutSource).toList(), segments, countedMicros, unannounced);
    }

    private static Event event(ClockEvent event, Map<Instant, Cause> causes, UnaryOperator<String> names) {
        var target = event.target();
        return new Event(
                event.at(),
                event.kind(),
                target == null ? null : Goal.of(target, names),
                event.kind() == ClockEvent.Kind.WARN || event.kind() == ClockEvent.Kind.BREACH
                        ? null
                        : causes.get(event.at()),
                event.pause() == null ? null : event.pause().until(),
                event.mark() == null ? null : event.mark().percent(),
                event.correction() == null
                        ? null
                        : new Part(event.correction().from(), event.correction().to()));
    }
}
