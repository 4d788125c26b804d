package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarDefinition.MakeUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/// The State Council's holidays and make-up workdays, shipped as one file per announced year.
record ChinaHolidays(Map<LocalDate, String> holidays, Map<LocalDate, MakeUp> makeUpDays) {
    private static final String FILES = "classpath:calendar/holiday-cn/*.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Year(int year, List<String> papers, List<Day> days) {}

    private record Day(String name, LocalDate date, boolean isOffDay) {}

    /// The notices do not say whose hours a make-up day has: it is worked like a Monday.
    static ChinaHolidays load() {
        var holidays = new TreeMap<LocalDate, String>();
        var makeUpDays = new TreeMap<LocalDate, MakeUp>();
        for (var day : days()) {
            if (day.isOffDay()) {
                holidays.put(day.date(), day.name());
            } else {
                makeUpDays.put(day.date(), new MakeUp(DayOfWeek.MONDAY, day.name()));
            }
        }
        return new ChinaHolidays(holidays, makeUpDays);
    }

    private static List<Day> days() {
        try {
            var files = List.of(new PathMatchingResourcePatternResolver().getResources(FILES));
            return files.stream()
                    .flatMap(file -> {
                        try (var content = file.getInputStream()) {
                            return JSON.readValue(content, Year.class).days().stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
