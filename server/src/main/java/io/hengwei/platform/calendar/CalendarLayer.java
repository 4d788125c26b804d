package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarDefinition.MakeUp;
import io.hengwei.platform.calendar.CalendarDefinition.OneOff;
import io.hengwei.platform.shared.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a calendar says itself, on top of the one it is based on (group → branch → service): of a day that both name
/// its own word holds, one-off windows add up, and what it leaves out is taken over.
///
/// @param base whose days it takes over; null for a calendar that stands alone
/// @param zone null to take it over
/// @param weekly null to take it over
/// @param years whose holidays are known by this layer
/// @param standardDay minutes of one working day in a limit; null for those of the longest day of the week
public record CalendarLayer(
        @Nullable @Pattern(regexp = ID) String base,
        @Nullable ZoneId zone,
        @Nullable @Size(max = 7) Map<DayOfWeek, @NotNull @Valid Windows> weekly,
        @NotNull @Size(max = MOST_DAYS) Map<LocalDate, @NotBlank @Size(max = LONGEST_NAME) String> holidays,
        @NotNull @Size(max = MOST_DAYS) Map<LocalDate, @NotNull @Valid MakeUp> makeUpDays,
        @NotNull @Size(max = MOST_ONE_OFFS) List<@NotNull @Valid OneOff> oneOffs,
        @NotNull @Size(max = 100) Set<@NotNull @Min(1900) @Max(2199) Integer> years,
        @Nullable @Min(1) @Max(1440) Integer standardDay) {
    static final String ID = "[A-Z][A-Z0-9_-]{0,39}";
    static final int LONGEST_NAME = 60;
    static final int MOST_DAYS = 2_000;
    private static final int MOST_ONE_OFFS = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /// A calendar that takes everything over.
    static CalendarLayer on(String base) {
        return new CalendarLayer(base, null, null, Map.of(), Map.of(), List.of(), Set.of(), null);
    }

    /// A calendar that stands alone.
    static CalendarLayer alone(CalendarDefinition definition) {
        return new CalendarLayer(
                null,
                definition.zone(),
                definition.weekly(),
                definition.holidays(),
                definition.makeUpDays(),
                definition.oneOffs(),
                definition.years(),
                definition.standardDay());
    }

    CalendarLayer withWeekly(Map<DayOfWeek, Windows> week) {
        return new CalendarLayer(base, zone, week, holidays, makeUpDays, oneOffs, years, standardDay);
    }

    /// @throws Refused for a date that no calendar reaches
    static void requireReachable(LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) throw Refused.invalid("calendar-date", date.toString());
    }

    private Stream<LocalDate> dates() {
        return Stream.of(
                        holidays.keySet().stream(),
                        makeUpDays.keySet().stream(),
                        oneOffs.stream().map(OneOff::date))
                .flatMap(each -> each);
    }

    /// What people count by.
    ///
    /// @param under the calendar it is based on; null for one that stands alone
    /// @throws Refused when nothing is worked in the week, a day is said to be two things or lies centuries away,
    ///     or nobody says the zone
    CalendarDefinition over(@Nullable CalendarDefinition under) {
        var zoneOfBoth = zone != null || under == null ? zone : under.zone();
        var weekOfBoth = weekly != null || under == null ? weekly : under.weekly();
        if (zoneOfBoth == null) throw Refused.invalid("calendar-zone").at("zone");
        if (weekOfBoth == null || weekOfBoth.values().stream().allMatch(Windows::isEmpty))
            throw Refused.invalid("calendar-week").at("weekly");
        dates().forEach(CalendarLayer::requireReachable);
        for (var day : holidays.keySet())
            if (makeUpDays.containsKey(day)) throw Refused.invalid("calendar-day-twice", day.toString());
        return new CalendarDefinition(
                zoneOfBoth,
                weekOfBoth,
                days(under == null ? Map.of() : under.holidays(), holidays, makeUpDays.keySet()),
                days(under == null ? Map.of() : under.makeUpDays(), makeUpDays, holidays.keySet()),
                Stream.concat(under == null ? Stream.of() : under.oneOffs().stream(), oneOffs.stream())
                        .toList(),
                both(under == null ? Set.of() : under.years(), years),
                standard(under));
    }

    private static <T> Map<LocalDate, T> days(Map<LocalDate, T> under, Map<LocalDate, T> own, Set<LocalDate> other) {
        var days = new TreeMap<>(under);
        days.keySet().removeAll(other);
        days.putAll(own);
        return days;
    }

    private static Set<Integer> both(Set<Integer> under, Set<Integer> own) {
        var years = new TreeSet<>(under);
        years.addAll(own);
        return years;
    }

    /// The length of a day goes with the week from which it comes.
    private @Nullable Integer standard(@Nullable CalendarDefinition under) {
        return standardDay != null || under == null || weekly != null ? standardDay : under.standardDay();
    }
}
