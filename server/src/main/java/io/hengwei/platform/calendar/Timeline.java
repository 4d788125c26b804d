package io.hengwei.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/// A definition laid out in UTC over a span of years: sorted half-open intervals and the prefix sums of their lengths,
/// so that every question is a binary search. All figures are nanoseconds, instants counted from the epoch.
/// An instant is worked when the local clock, at that instant, shows a time within a window of its date;
/// that decides the hours which daylight saving skips or repeats.
final class Timeline {
    private static final long SECOND = 1_000_000_000L;

    final LocalDate first;
    final LocalDate last;
    final long from;
    final long to;
    private long[] starts = new long[1024];
    private long[] ends = new long[1024];
    private long[] before = new long[1024];
    private int[] days = new int[1024];
    private int size;
    private long total;

    /// From the first of these dates to the day before the last.
    Timeline(CalendarDefinition definition, LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
        var begin = first.atStartOfDay(definition.zone()).toInstant();
        var end = last.atStartOfDay(definition.zone()).toInstant();
        from = begin.getEpochSecond() * SECOND;
        to = end.getEpochSecond() * SECOND;
        var rules = definition.zone().getRules();
        for (var cursor = begin; cursor.isBefore(end); ) {
            var transition = rules.nextTransition(cursor);
            var until = transition == null || transition.getInstant().isAfter(end) ? end : transition.getInstant();
            lay(definition, cursor, until, rules.getOffset(cursor));
            cursor = until;
        }
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        before = Arrays.copyOf(before, size);
        days = Arrays.copyOf(days, size);
    }

    /// A stretch of time in which the local clock runs without a jump.
    private void lay(CalendarDefinition definition, Instant begin, Instant end, ZoneOffset offset) {
        var until = LocalDate.ofInstant(end.minusNanos(1), offset);
        for (var date = LocalDate.ofInstant(begin, offset); !date.isAfter(until); date = date.plusDays(1)) {
            long midnight = date.toEpochDay() * 86_400 - offset.getTotalSeconds();
            int day = (int) date.toEpochDay();
            int reached = definition.reachedInto(date);
            for (var window : definition.windows(date).list()) {
                int turn = Math.clamp(reached, window.from(), window.to());
                lay(day - 1, midnight, window.from(), turn, begin, end);
                lay(day, midnight, turn, window.to(), begin, end);
            }
        }
    }

    /// Of a day whose midnight this is, or of the one before it.
    private void lay(int day, long midnight, int from, int to, Instant begin, Instant end) {
        long start = Math.max(midnight + from * 60L, begin.getEpochSecond());
        long stop = Math.min(midnight + to * 60L, end.getEpochSecond());
        if (start < stop) append(day, start * SECOND, stop * SECOND);
    }

    private void append(int day, long start, long end) {
        if (size > 0 && days[size - 1] == day && ends[size - 1] == start) {
            ends[size - 1] = end;
        } else {
            grow();
            starts[size] = start;
            ends[size] = end;
            before[size] = total;
            days[size++] = day;
        }
        total += end - start;
    }

    private void grow() {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            before = Arrays.copyOf(before, size * 2);
            days = Arrays.copyOf(days, size * 2);
        }
    }

    boolean covers(long at) {
        return at >= from && at < to;
    }

    long total() {
        return total;
    }

    /// Time worked from the beginning of this timeline until the instant.
    long worked(long at) {
        int i = lastStartingAtOrBefore(at);
        return i < 0 ? 0 : before[i] + Math.min(at, ends[i]) - starts[i];
    }

    /// The earliest instant by which so much has been worked.
    long reached(long worked) {
        int i = Arrays.binarySearch(before, worked);
        int interval = Math.max(0, (i >= 0 ? i : -i - 1) - 1);
        return starts[interval] + worked - before[interval];
    }

    /// The first interval that ends after the instant; the number of intervals when there is none.
    int next(long at) {
        int i = lastStartingAtOrBefore(at);
        return i < 0 ? 0 : ends[i] > at ? i : i + 1;
    }

    int size() {
        return size;
    }

    long start(int interval) {
        return starts[interval];
    }

    long end(int interval) {
        return ends[interval];
    }

    /// Where the last interval of the same day ends; what runs over midnight belongs to the day on which it began.
    long endOfDay(int interval) {
        int i = interval;
        while (i + 1 < size && days[i + 1] == days[interval]) {
            i++;
        }
        return ends[i];
    }

    private int lastStartingAtOrBefore(long at) {
        int i = Arrays.binarySearch(starts, at);
        return i >= 0 ? i : -i - 2;
    }
}
