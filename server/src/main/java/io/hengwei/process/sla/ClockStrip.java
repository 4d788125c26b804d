package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.record.Causes.Cause;
import io.hengwei.process.sla.ClockSegment.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lays the life of a clock out as segments, each named by its day.
final class ClockStrip {
    private final ClockFold fold;
    private final Map<Instant, Cause> causes;
    private List<ClockSegment> segments = new ArrayList<>();
    private final Set<Integer> unannounced = new TreeSet<>();
    private @Nullable Instant reached;

    ClockStrip(ClockFold fold, Map<Instant, Cause> causes) {
        this.fold = fold;
        this.causes = causes;
    }

    /// Goes on to this instant in the state that held until then.
    void until(Instant to, ClockState state) {
        var from = reached == null ? state.startedAt() : reached;
        reached = to;
        if (!from.isBefore(to)) return;
        if (!state.isRunning()) {
            add(new ClockSegment(from, to, Kind.PAUSED, null, causes.get(from), micros(from, to)));
            return;
        }
        var calendar = fold.calendar(state);
        for (var stretch : calendar.segments(from, to)) byDay(calendar.definition(), stretch);
    }

    private void byDay(CalendarDefinition calendar, WorkCalendar.Segment stretch) {
        for (var from = stretch.from(); from.isBefore(stretch.to()); ) {
            var date = LocalDate.ofInstant(from, calendar.zone());
            var midnight = date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
            var to = midnight.isBefore(stretch.to()) ? midnight : stretch.to();
            if (calendar.isUnannounced(date.getYear())) unannounced.add(date.getYear());
            if (stretch.kind() == WorkCalendar.Kind.COUNTED) counted(calendar, date, from, to);
            else off(calendar, date, from, to);
            from = to;
        }
    }

    private void counted(CalendarDefinition calendar, LocalDate date, Instant from, Instant to) {
        if (calendar.kind(date) == CalendarDefinition.DayKind.MAKE_UP) add(from, to, Kind.MAKE_UP, calendar.name(date));
        else add(from, to, Kind.COUNTED, null);
    }

    private void off(CalendarDefinition calendar, LocalDate date, Instant from, Instant to) {
        if (calendar.kind(date) == CalendarDefinition.DayKind.HOLIDAY) {
            add(from, to, Kind.HOLIDAY, calendar.name(date));
            return;
        }
        var at = from;
        for (var window : calendar.closed(date).list()) {
            var start = within(wall(calendar, date, window.from()), at, to);
            var end = within(wall(calendar, date, window.to()), at, to);
            add(at, start, Kind.OFF_HOURS, null);
            add(start, end, Kind.CLOSED, calendar.closedBecause(date, window.from()));
            at = end;
        }
        add(at, to, Kind.OFF_HOURS, null);
    }

    private static Instant wall(CalendarDefinition calendar, LocalDate date, int minute) {
        return date.atStartOfDay().plusMinutes(minute).atZone(calendar.zone()).toInstant();
    }

    private static Instant within(Instant at, Instant from, Instant to) {
        if (at.isBefore(from)) return from;
        return at.isAfter(to) ? to : at;
    }

    private void add(Instant from, Instant to, Kind kind, @Nullable String name) {
        if (from.isBefore(to)) add(new ClockSegment(from, to, kind, name, null, micros(from, to)));
    }

    private void add(ClockSegment next) {
        if (segments.isEmpty() || !continues(segments.getLast(), next)) {
            segments.add(next);
            return;
        }
        var last = segments.removeLast();
        segments.add(new ClockSegment(
                last.from(), next.to(), last.kind(), last.name(), last.cause(), last.micros() + next.micros()));
    }

    /// What was counted between the two counts no more.
    void exclude(Instant from, Instant to) {
        segments = new ArrayList<>(
                segments.stream().flatMap(each -> split(each, from, to)).toList());
    }

    private static Stream<ClockSegment> split(ClockSegment each, Instant from, Instant to) {
        var start = within(from, each.from(), each.to());
        var end = within(to, each.from(), each.to());
        if (!each.kind().counted() || !start.isBefore(end)) return Stream.of(each);
        return Stream.of(
                        part(each, each.from(), start, each.kind()),
                        part(each, start, end, Kind.EXCLUDED),
                        part(each, end, each.to(), each.kind()))
                .filter(part -> part.from().isBefore(part.to()));
    }

    private static ClockSegment part(ClockSegment each, Instant from, Instant to, Kind kind) {
        return new ClockSegment(from, to, kind, each.name(), each.cause(), micros(from, to));
    }

    /// What was counted between the two, in microseconds.
    long countedMicros(Instant from, Instant to) {
        return segments.stream()
                .filter(each -> each.kind().counted())
                .mapToLong(each -> {
                    var start = within(from, each.from(), each.to());
                    var end = within(to, each.from(), each.to());
                    return start.isBefore(end) ? micros(start, end) : 0;
                })
                .sum();
    }

    /// When so much had been counted; null when it has not.
    @Nullable
    Instant counting(Duration length) {
        long left = length.toNanos() / 1_000;
        for (var each : segments) {
            if (!each.kind().counted()) continue;
            if (each.micros() >= left) return each.from().plus(left, ChronoUnit.MICROS);
            left -= each.micros();
        }
        return null;
    }

    /// What has been counted counts no more.
    void discard() {
        segments.replaceAll(each -> each.kind().counted()
                ? new ClockSegment(each.from(), each.to(), Kind.DISCARDED, each.name(), each.cause(), each.micros())
                : each);
    }

    private static boolean continues(ClockSegment last, ClockSegment next) {
        return last.kind() == next.kind() && Objects.equals(last.name(), next.name()) && next.cause() == null;
    }

    private static long micros(Instant from, Instant to) {
        return ChronoUnit.MICROS.between(from, to);
    }

    List<ClockSegment> segments() {
        return List.copyOf(segments);
    }

    long countedMicros() {
        return segments.stream()
                .filter(segment -> segment.kind().counted())
                .mapToLong(ClockSegment::micros)
                .sum();
    }

    List<Integer> unannounced() {
        return List.copyOf(unannounced);
    }
}
