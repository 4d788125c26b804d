package io.hengwei.platform.calendar;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.hengwei.platform.shared.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/// Holidays from an iCalendar file: what lasts for whole days and happens in the years around today, once or every
/// year. What the title calls work (`国庆节补班`, `make-up workday`) is a make-up day, everything else a holiday.
final class HolidayFeed {
    private static final Pattern WORKED = Pattern.compile("班|\\bwork", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFF = Pattern.compile("休|放假|\\boff\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DAYS = 60;
    private static final int YEARS_BACK = 3;
    private static final int YEARS_AHEAD = 5;

    private HolidayFeed() {}

    /// @throws Refused when it cannot be read, or holds no whole day
    static Notice read(String content, LocalDate today) {
        var days = new Notice.Draft();
        var own = new HashSet<LocalDate>();
        var from = today.minusYears(YEARS_BACK).withDayOfYear(1);
        var span = new Period<>(from, from.plusYears((long) YEARS_BACK + YEARS_AHEAD));
        try {
            var calendar = new CalendarBuilder().build(new StringReader(content));
            var events = calendar.<VEvent>getComponents(Component.VEVENT);
            if (events.size() > CalendarLayer.MOST_DAYS) throw Refused.invalid("calendar-notice");
            for (var event : events) add(days, own, event, span);
        } catch (IOException | ParserException | RuntimeException e) {
            throw Refused.invalid("calendar-notice");
        }
        var years = years(own);
        if (years.isEmpty()) throw Refused.invalid("calendar-notice-empty");
        return days.of(years, List.of());
    }

    private static void add(Notice.Draft days, Set<LocalDate> own, VEvent event, Period<LocalDate> span) {
        var start = event.<Temporal>getStartDate().orElseThrow().getDate();
        if (start.isSupported(ChronoField.SECOND_OF_DAY)) return;
        var title = event.getSummary();
        if (title == null || title.getValue().isBlank()) return;
        if (!event.getProperties(Property.RRULE).stream().allMatch(HolidayFeed::isYearly)) return;
        var name = title.getValue().strip();
        var worked = WORKED.matcher(name).find() && !OFF.matcher(name).find();
        for (var each : event.<LocalDate>calculateRecurrenceSet(span))
            dates(each, span).forEach(date -> {
                days.add(date, shortened(name), !worked);
                if (date.getYear() == each.getStart().getYear()) own.add(date);
            });
    }

    private static boolean isYearly(Property rule) {
        return rule.getValue().toUpperCase(Locale.ROOT).contains("FREQ=YEARLY");
    }

    private static List<LocalDate> dates(Period<LocalDate> period, Period<LocalDate> span) {
        var length = Math.clamp(ChronoUnit.DAYS.between(period.getStart(), period.getEnd()), 1, MOST_DAYS);
        return period.getStart()
                .datesUntil(period.getStart().plusDays(length))
                .filter(date -> !date.isBefore(span.getStart()) && date.isBefore(span.getEnd()))
                .toList();
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), CalendarLayer.LONGEST_NAME));
    }

    /// A year of which a single day is named is not announced by that, nor one into which a holiday of the year before
    /// reaches.
    private static Set<Integer> years(Set<LocalDate> days) {
        return days.stream().collect(groupingBy(LocalDate::getYear, counting())).entrySet().stream()
                .filter(year -> year.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }
}
