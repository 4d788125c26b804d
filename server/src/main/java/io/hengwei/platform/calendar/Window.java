package io.hengwei.platform.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A half-open stretch of a local day, in minutes from midnight: `09:00-18:00`, `22:00-24:00`. One that ends no later
/// than it begins runs over midnight and belongs to the day on which it begins: `22:00-06:00`.
///
/// @param to beyond 24:00 for what runs over midnight
public record Window(int from, int to) {
    static final int END_OF_DAY = 24 * 60;
    private static final Pattern TEXT = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");

    public Window {
        var ends = to <= END_OF_DAY || to - END_OF_DAY < from;
        if (from < 0 || from >= END_OF_DAY || from >= to || !ends) {
            throw new IllegalArgumentException("A window lasts for less than a day: " + from + " to " + to);
        }
    }

    @JsonCreator
    public static Window parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A window is written like 09:00-18:00, not '" + text + "'");
        }
        int from = minutes(matcher.group(1), matcher.group(2));
        int to = minutes(matcher.group(3), matcher.group(4));
        if (from == to || to > END_OF_DAY) {
            throw new IllegalArgumentException("A window begins and ends at different times of the day: " + text);
        }
        return new Window(from, to < from ? to + END_OF_DAY : to);
    }

    public int length() {
        return to - from;
    }

    /// What of it lies on the day to which it belongs.
    Stream<Window> onItsDay() {
        return Stream.of(to <= END_OF_DAY ? this : new Window(from, END_OF_DAY));
    }

    /// What of it reaches into the next day, as a window of that.
    Stream<Window> onTheNext() {
        return to <= END_OF_DAY ? Stream.empty() : Stream.of(new Window(0, to - END_OF_DAY));
    }

    public String start() {
        return clock(from);
    }

    public String end() {
        return clock(to > END_OF_DAY ? to - END_OF_DAY : to);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    @JsonValue
    @Override
    public String toString() {
        return start() + "-" + end();
    }
}
