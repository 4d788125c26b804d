package io.hengwei.platform.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a calendar says once everything it takes over is in it: a weekly pattern, and the days that differ from it.
/// The windows of a day are those of its weekday (of another weekday on a make-up day 调休, none on a holiday),
/// with the one-off windows of that date added first and removed last. What runs over midnight belongs to the day on
/// which it begins: the shift before a holiday is worked to its end, and only a closure cuts it.
///
/// @param years whose holidays are known; where it names any, another year goes by the week alone and says so
/// @param standardDay minutes of "one working day" in a limit; when absent, those of the longest day of the week
public record CalendarDefinition(
        ZoneId zone,
        Map<DayOfWeek, Windows> weekly,
        Map<LocalDate, String> holidays,
        Map<LocalDate, MakeUp> makeUpDays,
        List<OneOff> oneOffs,
        Set<Integer> years,
        @Nullable Integer standardDay) {

    /// On this day people work by the pattern of another weekday.
    public record MakeUp(
            @NotNull DayOfWeek like,
            @NotBlank @Size(max = 60) String name) {}

    /// One window of one date, worked besides the pattern or not worked in spite of it.
    public record OneOff(
            @NotNull LocalDate date,
            @NotNull Window window,
            boolean worked,
            @NotBlank @Size(max = 60) String reason) {}

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
        years = years == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(years));
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
        this(zone, weekly, Map.of(), Map.of(), List.of(), Set.of(), null);
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

    CalendarDefinition with(Notice notice) {
        return new CalendarDefinition(
                zone, weekly, notice.holidays(), notice.makeUpDays(), oneOffs, notice.years(), standardDay);
    }

    public CalendarDefinition withOneOffs(List<OneOff> oneOffs) {
        return new CalendarDefinition(zone, weekly, holidays, makeUpDays, oneOffs, years, standardDay);
    }

    /// When people work on this date by the clock on the wall, with what reaches into it from the day before.
    public Windows windows(LocalDate date) {
        var worked = of(date, day -> Stream.concat(pattern(day).list().stream(), oneOffs(day, true)));
        var closed = closed(date);
        return closed.isEmpty() ? worked : worked.minus(closed);
    }

    /// Until which minute of this date goes what began the day before; 0 when nothing does.
    int reachedInto(LocalDate date) {
        var before = date.minusDays(1);
        return Stream.concat(pattern(before).list().stream(), oneOffs(before, true))
                .flatMap(Window::onTheNext)
                .mapToInt(Window::to)
                .max()
                .orElse(0);
    }

    private static Windows of(LocalDate date, Function<LocalDate, Stream<Window>> belonging) {
        var own = belonging.apply(date).flatMap(Window::onItsDay);
        var before = belonging.apply(date.minusDays(1)).flatMap(Window::onTheNext);
        return new Windows(Stream.concat(before, own).toList());
    }

    /// Whether nobody has said yet which days of this year are holidays.
    public boolean isUnannounced(int year) {
        return !years.isEmpty() && !years.contains(year);
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

    /// What of the day is not worked in spite of the pattern.
    public Windows closed(LocalDate date) {
        return of(date, day -> oneOffs(day, false));
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
                : oneOffs(date).map(OneOff::reason).findFirst().orElse(null);
    }

    /// Why this minute of the day is not worked in spite of the pattern; null when it is not such a one.
    public @Nullable String closedBecause(LocalDate date, int minute) {
        var own = oneOffs(date).filter(one -> one.window().onItsDay().anyMatch(covers(minute)));
        var over = oneOffs(date.minusDays(1))
                .filter(one -> one.window().onTheNext().anyMatch(covers(minute)));
        return Stream.concat(own, over)
                .filter(one -> !one.worked())
                .map(OneOff::reason)
                .findFirst()
                .orElse(null);
    }

    private static Predicate<Window> covers(int minute) {
        return window -> window.from() <= minute && minute < window.to();
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

    private Stream<Window> oneOffs(LocalDate date, boolean worked) {
        return oneOffs(date).filter(one -> one.worked() == worked).map(OneOff::window);
    }

    private Stream<OneOff> oneOffs(LocalDate date) {
        return oneOffs.stream().filter(one -> one.date().equals(date));
    }

    private static Map<DayOfWeek, Windows> complete(Map<DayOfWeek, Windows> weekly) {
        var result = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> result.put(day, weekly.getOrDefault(day, Windows.NONE)));
        return result;
    }
}
