package io.hengwei.platform.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Working time as arithmetic: how much of it lies between two instants, and which instant lies so much of it ahead.
/// Immutable; exact to the nanosecond; every answer is a binary search (the timeline grows by itself when asked
/// beyond).
public final class WorkCalendar {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int STEP = 10;

    /// Of a timeline, so that none takes the memory of others: two windows a day until the end, a dozen for decades.
    private static final int MOST_INTERVALS = 200_000;

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final LocalDate END = LocalDate.of(2032, 1, 1);

    public enum Kind {
        COUNTED,
        OFF_HOURS
    }

    /// A stretch of time that counts, or does not.
    public record Segment(Instant from, Instant to, Kind kind) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    private final CalendarDefinition definition;
    private volatile @Nullable Timeline timeline;

    public WorkCalendar(CalendarDefinition definition) {
        this.definition = definition;
    }

    public CalendarDefinition definition() {
        return definition;
    }

    /// One working day, as limits count it.
    public Duration standardDay() {
        return Duration.ofMinutes(definition.standardMinutes());
    }

    /// Working time from one instant to the other; negative when they are given the other way round.
    public Duration between(Instant from, Instant to) {
        var line = covering(from, to);
        return Duration.ofNanos(line.worked(nanos(to)) - line.worked(nanos(from)));
    }

    /// Whole working minutes between two instants.
    public long minutesBetween(Instant from, Instant to) {
        return between(from, to).toMinutes();
    }

    /// The earliest instant at which so much working time has passed: the end of a window rather than the beginning
    /// of the next; the instant itself when nothing is added.
    public Instant plus(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Working time is counted forward only, not " + working);
        }
        if (working.isZero()) {
            return from;
        }
        var line = covering(from, from);
        long length = nanos(working);
        while (line.total() - line.worked(nanos(from)) < length) {
            line = later(line);
        }
        return instant(line.reached(line.worked(nanos(from)) + length));
    }

    public Instant plusMinutes(Instant from, long working) {
        return plus(from, Duration.ofMinutes(working));
    }

    /// So many times the standard day later.
    public Instant plusDays(Instant from, long days) {
        return plus(from, standardDay().multipliedBy(days));
    }

    /// The end of this working day; of the next one when the day's work is over or there is none.
    public Instant endOfDay(Instant at) {
        var line = covering(at, at.plus(Duration.ofDays(2)));
        int interval = line.next(nanos(at));
        while (interval == line.size()) {
            line = later(line);
            interval = line.next(nanos(at));
        }
        return instant(line.endOfDay(interval));
    }

    public boolean isWorking(Instant at) {
        var line = covering(at, at);
        int interval = line.next(nanos(at));
        return interval < line.size() && line.start(interval) <= nanos(at);
    }

    /// The span as alternating stretches of working time and time off.
    public List<Segment> segments(Instant from, Instant to) {
        var line = covering(from, to);
        var result = new ArrayList<Segment>();
        long end = nanos(to);
        long cursor = nanos(from);
        for (int i = line.next(cursor); i < line.size() && line.start(i) < end; i++) {
            append(result, cursor, line.start(i), Kind.OFF_HOURS);
            append(result, Math.max(cursor, line.start(i)), Math.min(line.end(i), end), Kind.COUNTED);
            cursor = Math.min(line.end(i), end);
        }
        append(result, cursor, end, Kind.OFF_HOURS);
        return List.copyOf(result);
    }

    private static void append(List<Segment> segments, long from, long to, Kind kind) {
        if (from >= to) {
            return;
        }
        boolean continues = !segments.isEmpty() && segments.getLast().kind() == kind;
        var start = continues ? segments.removeLast().from() : instant(from);
        segments.add(new Segment(start, instant(to), kind));
    }

    /// Laid out when it is first asked.
    private Timeline timeline() {
        var line = timeline;
        if (line == null) {
            line = new Timeline(definition, BEGIN, END);
            timeline = line;
        }
        return line;
    }

    private Timeline covering(Instant from, Instant to) {
        var line = timeline();
        return line.covers(nanos(from)) && line.covers(nanos(to)) ? line : extended(date(from), date(to));
    }

    private Timeline later(Timeline line) {
        if (!line.last.isBefore(LATEST)) {
            throw new DateTimeException("Calendars end in " + LATEST.getYear());
        }
        return extended(line.first, line.last);
    }

    private Timeline extended(LocalDate from, LocalDate to) {
        var line = timeline();
        if (line.size() > MOST_INTERVALS)
            throw new DateTimeException("The calendar has too many windows to be counted beyond " + line.last);
        var first = min(line.first, min(from, to).minusYears(1));
        var last = max(line.last, max(from, to).plusYears(STEP));
        var extended = new Timeline(definition, max(first, EARLIEST), min(last, LATEST));
        timeline = extended;
        return extended;
    }

    private LocalDate date(Instant at) {
        var date = LocalDate.ofInstant(at, definition.zone());
        if (date.isBefore(EARLIEST) || !date.isBefore(LATEST)) {
            throw new DateTimeException(
                    "Calendars reach from %d to %d, not to %s".formatted(EARLIEST.getYear(), LATEST.getYear(), at));
        }
        return date;
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// Saturates outside of 1677 to 2262, where no calendar reaches.
    private static long nanos(Instant at) {
        return nanos(Duration.ofSeconds(at.getEpochSecond(), at.getNano()));
    }

    private static long nanos(Duration duration) {
        long seconds = Math.clamp(duration.getSeconds(), -9_000_000_000L, 9_000_000_000L);
        return seconds * 1_000_000_000L + duration.getNano();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
