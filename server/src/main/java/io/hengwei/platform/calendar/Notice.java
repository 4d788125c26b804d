package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarDefinition.MakeUp;
import io.hengwei.platform.shared.Refused;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The days that a notice on public holidays names. Notices do not say whose hours a make-up day has: it is worked like
/// a Monday.
///
/// @param years for which it speaks
/// @param papers where it was published
record Notice(
        Map<LocalDate, String> holidays, Map<LocalDate, MakeUp> makeUpDays, Set<Integer> years, List<String> papers) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// With which programs on Windows begin a text.
    private static final String BYTE_ORDER = "\uFEFF";

    private record File(int year, @Nullable List<String> papers, List<Day> days) {}

    private record Day(@Nullable String name, LocalDate date, boolean isOffDay) {}

    /// @param given a year of holiday-cn as JSON, or an iCalendar file
    /// @throws Refused when it is neither
    static Notice read(String given, LocalDate today) {
        var content = given.startsWith(BYTE_ORDER) ? given.substring(1) : given;
        if (content.stripLeading().startsWith("BEGIN:VCALENDAR")) return HolidayFeed.read(content, today);
        try {
            return ofChina(content);
        } catch (JacksonException | NullPointerException | DateTimeException e) {
            throw Refused.invalid("calendar-notice");
        }
    }

    /// A year that nobody has announced yet has no days: then the notice speaks for no year.
    static Notice ofChina(String json) {
        var file = JSON.readValue(json, File.class);
        var draft = new Draft();
        for (var day : file.days()) draft.add(day.date(), day.name(), day.isOffDay());
        if (file.days().isEmpty()) return draft.of(Set.of(), List.of());
        CalendarLayer.requireReachable(LocalDate.of(file.year(), 1, 1));
        var papers = file.papers() == null ? List.<String>of() : file.papers();
        return draft.of(
                Set.of(file.year()), papers.stream().filter(Objects::nonNull).toList());
    }

    /// One after the other; of a day that several name the last word holds.
    static Notice together(List<Notice> notices) {
        var all = new Draft();
        var years = new TreeSet<Integer>();
        for (var notice : notices) {
            notice.holidays.forEach((date, name) -> all.add(date, name, true));
            notice.makeUpDays.forEach((date, day) -> all.add(date, day.name(), false));
            years.addAll(notice.years);
        }
        var papers = notices.stream().flatMap(each -> each.papers.stream()).toList();
        return all.of(years, papers);
    }

    /// Collects days; a day is one thing only.
    static final class Draft {
        private final TreeMap<LocalDate, String> holidays = new TreeMap<>();
        private final TreeMap<LocalDate, MakeUp> makeUpDays = new TreeMap<>();

        /// @throws Refused when the day has no name, or there are more than a calendar takes
        void add(LocalDate date, @Nullable String name, boolean off) {
            CalendarLayer.requireReachable(date);
            if (name == null || name.isBlank() || holidays.size() + makeUpDays.size() >= CalendarLayer.MOST_DAYS)
                throw Refused.invalid("calendar-notice");
            if (off) {
                makeUpDays.remove(date);
                holidays.put(date, name);
            } else {
                holidays.remove(date);
                makeUpDays.put(date, new MakeUp(DayOfWeek.MONDAY, name));
            }
        }

        Notice of(Set<Integer> years, List<String> papers) {
            return new Notice(holidays, makeUpDays, years, papers);
        }

        Set<LocalDate> days() {
            var days = new TreeSet<>(holidays.keySet());
            days.addAll(makeUpDays.keySet());
            return days;
        }
    }
}
