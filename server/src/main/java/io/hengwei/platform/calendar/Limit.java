package io.hengwei.platform.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// How long something may take, in the words of the rules: `PT2H` of working time, `P2D` working days,
/// or `EOD`, the end of the same working day. Its text is canonical: equal limits have equal text.
public sealed interface Limit {
    /// So much working time.
    record WorkingTime(Duration length) implements Limit {
        public WorkingTime {
            positive(length.compareTo(SHORTEST) >= 0, length);
            reachable(length);
        }

        @Override
        public Instant deadline(WorkCalendar calendar, Instant from) {
            return calendar.plus(from, length);
        }

        @Override
        public String toString() {
            return length.toString();
        }
    }

    /// So many working days, each of the calendar's standard length.
    record WorkingDays(int days) implements Limit {
        public WorkingDays {
            positive(days > 0, days);
            reachable(Duration.ofDays(days));
        }

        @Override
        public Instant deadline(WorkCalendar calendar, Instant from) {
            return calendar.plusDays(from, days);
        }

        @Override
        public String toString() {
            return "P" + days + "D";
        }
    }

    /// Until this working day ends.
    record EndOfDay() implements Limit {
        @Override
        public Instant deadline(WorkCalendar calendar, Instant from) {
            return calendar.endOfDay(from);
        }

        @Override
        public String toString() {
            return "EOD";
        }
    }

    /// As short as time is kept.
    Duration SHORTEST = Duration.ofNanos(1_000);

    /// Nobody waits for longer than that, and every calendar reaches so far.
    Duration LONGEST = Duration.ofDays(1_000);

    Pattern DAYS = Pattern.compile("P(\\d{1,4})D");

    Instant deadline(WorkCalendar calendar, Instant from);

    /// As the rules state it; whoever writes a limit down without knowing which one it is, writes this too.
    @JsonValue
    @Override
    String toString();

    /// The working time that the limit grants from this instant.
    default Duration length(WorkCalendar calendar, Instant from) {
        return calendar.between(from, deadline(calendar, from));
    }

    @JsonCreator
    static Limit parse(String text) {
        if (text.equals("EOD")) {
            return new EndOfDay();
        }
        var days = DAYS.matcher(text);
        if (days.matches()) {
            return new WorkingDays(Integer.parseInt(days.group(1)));
        }
        try {
            // Duration would read P1DT2H as 26 hours, which no working day has.
            if (text.startsWith("PT")) {
                return new WorkingTime(Duration.parse(text));
            }
        } catch (DateTimeParseException ignored) {
            // the sentence below says it better
        }
        throw new IllegalArgumentException("A limit is written like PT2H, P2D or EOD, not '" + text + "'");
    }

    private static void reachable(Duration time) {
        if (time.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("A limit grants " + LONGEST + " at most, not " + time);
    }

    private static void positive(boolean positive, Object value) {
        if (!positive) {
            throw new IllegalArgumentException("A limit grants some time, not " + value);
        }
    }
}
