package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarDefinition.MakeUp;
import io.hengwei.platform.shared.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private record File(int year, List<String> papers, List<Day> days) {}

    private record Day(String name, LocalDate date, boolean isOffDay) {}

    /// @param content a year of holiday-cn as JSON, or an iCalendar file
    /// @throws Refused when it is neither
    static Notice read(String content, LocalDate today) {
        if (content.stripLeading().startsWith("BEGIN:VCALENDAR")) return HolidayFeed.read(content, today);
        try {
            return ofChina(content);
        } catch (JacksonException | NullPointerException e) {
            throw Refused.invalid("calendar-notice");
        }
    }

    /// A year that nobody has announced yet has no days: then the notice speaks for no year.
    static Notice ofChina(String json) {
        var file = JSON.readValue(json, File.class);
        var draft = new Draft();
        for (var day : file.days()) draft.add(day.date(), day.name(), day.isOffDay());
        return draft.of(file.days().isEmpty() ? Set.of() : Set.of(file.year()), file.papers());
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

        void add(LocalDate date, String name, boolean off) {
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
