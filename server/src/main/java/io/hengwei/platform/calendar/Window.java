package io.hengwei.platform.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A half-open stretch of a local day, in minutes from midnight: `09:00-18:00`, `22:00-24:00`.
/// What runs through midnight is written as two windows, one on each day.
public record Window(int from, int to) {
    private static final int END_OF_DAY = 24 * 60;
    private static final Pattern TEXT = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");

    public Window {
        if (from < 0 || from >= to || to > END_OF_DAY) {
            throw new IllegalArgumentException("A window begins before it ends, within one day: " + from + " to " + to);
        }
    }

    @JsonCreator
    public static Window parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A window is written like 09:00-18:00, not '" + text + "'");
        }
        return new Window(minutes(matcher.group(1), matcher.group(2)), minutes(matcher.group(3), matcher.group(4)));
    }

    public int length() {
        return to - from;
    }

    public String start() {
        return clock(from);
    }

    public String end() {
        return clock(to);
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
