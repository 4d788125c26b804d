package io.hengwei.process.sla;

import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Why a clock has counted what it has counted: its events, and every stretch of time from its start on.
record ClockExplanation(List<Event> events, List<Segment> segments) {
    record Event(Instant at, ClockEvent.Kind kind, String detail) {}

    enum SegmentKind {
        COUNTED,
        PAUSED,
        OFF_HOURS
    }

    record Segment(Instant from, Instant to, SegmentKind kind, long minutes) {}

    /// @param now where a clock that still runs or waits is looked at
    static ClockExplanation of(List<ClockEvent> events, ClockFold fold, Instant now) {
        var segments = new ArrayList<Segment>();
        var state = ClockState.started(
                java.util.Objects.requireNonNull(events.getFirst().target()),
                events.getFirst().at());
        var from = state.startedAt();
        for (var event : events.subList(1, events.size())) {
            from = stretch(segments, fold, state, from, event.at());
            state = fold.apply(state, event);
        }
        if (!state.isOver()) stretch(segments, fold, state, from, now);
        return new ClockExplanation(events.stream().map(ClockExplanation::event).toList(), List.copyOf(segments));
    }

    /// A breach is noticed after it happened, so an event may lie before the last one.
    private static Instant stretch(List<Segment> segments, ClockFold fold, ClockState state, Instant from, Instant to) {
        if (!from.isBefore(to)) return from;
        if (state.isRunning()) {
            for (var each : fold.calendar(state).segments(from, to))
                add(segments, each.from(), each.to(), kind(each.kind()));
        } else {
            add(segments, from, to, SegmentKind.PAUSED);
        }
        return to;
    }

    private static void add(List<Segment> segments, Instant from, Instant to, SegmentKind kind) {
        var continues = !segments.isEmpty() && segments.getLast().kind() == kind;
        var start = continues ? segments.removeLast().from() : from;
        segments.add(new Segment(
                start, to, kind, Math.round(Duration.between(start, to).toSeconds() / 60.0)));
    }

    private static SegmentKind kind(WorkCalendar.Kind kind) {
        return kind == WorkCalendar.Kind.COUNTED ? SegmentKind.COUNTED : SegmentKind.OFF_HOURS;
    }

    private static Event event(ClockEvent event) {
        var target = event.target();
        var detail = target == null
                ? ""
                : "%s, %s %s, %s/%d"
                        .formatted(
                                target.limit(),
                                target.level(),
                                target.systemClass(),
                                target.calendar(),
                                target.calendarVersion());
        return new Event(event.at(), event.kind(), detail);
    }
}
