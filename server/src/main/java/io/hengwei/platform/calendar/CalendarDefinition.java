package io.hengwei.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a calendar says, as people write it down: a weekly pattern, and the days that differ from it.
/// The windows of a day are those of its weekday (of another weekday on a make-up day 调休, none on a holiday),
/// with the one-off windows of that date added first and removed last.
///
/// @param standardDay minutes of "one working day" in a limit; when absent, those of the longest day of the week
public record CalendarDefinition(
        ZoneId zone,
        Map<DayOfWeek, Windows> weekly,
        Map<LocalDate, String> holidays,
        Map<LocalDate, MakeUp> makeUpDays,
        List<OneOff> oneOffs,
        @Nullable Integer standardDay) {

    /// On this day people work by the pattern of another weekday.
    public record MakeUp(DayOfWeek like, String name) {}

    /// One window of one date, worked besides the pattern or not worked in spite of it.
    public record OneOff(LocalDate date, Window window, boolean worked, String reason) {}

    public enum DayKind {
        WORK,
        OFF,
        HOLIDAY,
        MAKE_UP
    }

    public CalendarDefinition {
        weekly = Collections.unmodifiableMap(complete(weekly));
        holidays = Collections.unmodifiableMap(new TreeMap<>(holidays));
        makeUpDays = Collections.unmodifiableMap(new TreeMap<>(makeUpDays));
        oneOffs = List.copyOf(oneOffs);
        if (weekly.values().stream().allMatch(Windows::isEmpty)) {
            throw new IllegalArgumentException("A calendar needs working time on at least one day of the week");
        }
        if (!Collections.disjoint(holidays.keySet(), makeUpDays.keySet())) {
            throw new IllegalArgumentException("A day cannot be both a holiday and a make-up day");
        }
        if (standardDay != null && standardDay <= 0) {
            throw new IllegalArgumentException("A standard day has at least one minute, not " + standardDay);
        }
    }

    public CalendarDefinition(ZoneId zone, Map<DayOfWeek, Windows> weekly) {
        this(zone, weekly, Map.of(), Map.of(), List.of(), null);
    }

    /// Monday to Friday alike, no work at the weekend.
    public static CalendarDefinition weekdays(ZoneId zone, String... windows) {
        var pattern = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).limit(5).forEach(day -> pattern.put(day, Windows.parse(windows)));
        return new CalendarDefinition(zone, pattern);
    }

    /// Around the clock, every day.
    public static CalendarDefinition always(ZoneId zone) {
        var pattern = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> pattern.put(day, Windows.parse("00:00-24:00")));
        return new CalendarDefinition(zone, pattern);
    }

    public CalendarDefinition withDays(Map<LocalDate, String> holidays, Map<LocalDate, MakeUp> makeUpDays) {
        return new CalendarDefinition(zone, weekly, holidays, makeUpDays, oneOffs, standardDay);
    }

    public CalendarDefinition withOneOffs(List<OneOff> oneOffs) {
        return new CalendarDefinition(zone, weekly, holidays, makeUpDays, oneOffs, standardDay);
    }

    public Windows windows(LocalDate date) {
        var windows = pattern(date);
        for (var oneOff : oneOffs(date)) {
            windows = oneOff.worked() ? windows.plus(oneOff.window()) : windows;
        }
        for (var oneOff : oneOffs(date)) {
            windows = oneOff.worked() ? windows : windows.minus(oneOff.window());
        }
        return windows;
    }

    public DayKind kind(LocalDate date) {
        if (holidays.containsKey(date)) {
            return DayKind.HOLIDAY;
        }
        if (makeUpDays.containsKey(date)) {
            return DayKind.MAKE_UP;
        }
        return windows(date).isEmpty() ? DayKind.OFF : DayKind.WORK;
    }

    /// Why this day differs from its weekday; null when it does not.
    public @Nullable String name(LocalDate date) {
        var makeUp = makeUpDays.get(date);
        if (makeUp != null) {
            return makeUp.name();
        }
        var holiday = holidays.get(date);
        return holiday != null
                ? holiday
                : oneOffs(date).stream().map(OneOff::reason).findFirst().orElse(null);
    }

    int standardMinutes() {
        return standardDay != null
                ? standardDay
                : weekly.values().stream().mapToInt(Windows::minutes).max().orElseThrow();
    }

    private Windows pattern(LocalDate date) {
        var makeUp = makeUpDays.get(date);
        if (makeUp != null) {
            return weekly.getOrDefault(makeUp.like(), Windows.NONE);
        }
        return holidays.containsKey(date) ? Windows.NONE : weekly.getOrDefault(date.getDayOfWeek(), Windows.NONE);
    }

    private List<OneOff> oneOffs(LocalDate date) {
        return oneOffs.isEmpty()
                ? oneOffs
                : oneOffs.stream().filter(o -> o.date().equals(date)).toList();
    }

    private static Map<DayOfWeek, Windows> complete(Map<DayOfWeek, Windows> weekly) {
        var result = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> result.put(day, weekly.getOrDefault(day, Windows.NONE)));
        return result;
    }
}
