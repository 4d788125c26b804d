package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition.DayKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The years 2024 to 2026 day by day, against what the notices of the State Council say, written down once more by
/// hand: each holiday from its first day to its last, then the days on which people work instead.
class ChinaYearTableTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<Integer, String> NOTICES = Map.of(
            2024, """
            元旦 01-01 01-01
            春节 02-10 02-17 02-04 02-18
            清明节 04-04 04-06 04-07
            劳动节 05-01 05-05 04-28 05-11
            端午节 06-10 06-10
            中秋节 09-15 09-17 09-14
            国庆节 10-01 10-07 09-29 10-12""",
            2025, """
            元旦 01-01 01-01
            春节 01-28 02-04 01-26 02-08
            清明节 04-04 04-06
            劳动节 05-01 05-05 04-27
            端午节 05-31 06-02
            国庆节、中秋节 10-01 10-08 09-28 10-11""",
            2026, """
            元旦 01-01 01-03 01-04
            春节 02-15 02-23 02-14 02-28
            清明节 04-04 04-06
            劳动节 05-01 05-05 05-09
            端午节 06-19 06-21
            中秋节 09-25 09-27
            国庆节 10-01 10-07 09-20 10-10""");

    private record Day(DayKind kind, @Nullable String name) {
        boolean isWorked() {
            return kind == DayKind.WORK || kind == DayKind.MAKE_UP;
        }
    }

    private final CalendarDefinition china = StandardCalendars.china();
    private final Map<LocalDate, Day> named = new HashMap<>();

    private void read(int year) {
        NOTICES.get(year).lines().map(line -> line.split(" ")).forEach(words -> {
            var free = new Day(DayKind.HOLIDAY, words[0]);
            date(year, words[1]).datesUntil(date(year, words[2]).plusDays(1)).forEach(date -> named.put(date, free));
            for (int i = 3; i < words.length; i++) named.put(date(year, words[i]), new Day(DayKind.MAKE_UP, words[0]));
        });
    }

    private static LocalDate date(int year, String text) {
        return MonthDay.from(DAY.parse(text)).atYear(year);
    }

    /// Of a day that no notice names the week decides.
    private Day day(LocalDate date) {
        var weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return named.getOrDefault(date, new Day(weekend ? DayKind.OFF : DayKind.WORK, null));
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026"})
    void everyDayIsWhatTheNoticeSays(int year) {
        read(year);
        var calendar = new WorkCalendar(china);
        for (var date : LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .toList()) {
            var worked = day(date).isWorked();
            assertThat(new Day(china.kind(date), china.name(date)))
                    .as("%s", date)
                    .isEqualTo(day(date));
            assertThat(!china.windows(date).isEmpty()).as("worked on %s", date).isEqualTo(worked);
            assertThat(calendar.isWorking(date.atTime(10, 0).atZone(SHANGHAI).toInstant()))
                    .as("at ten on %s", date)
                    .isEqualTo(worked);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026"})
    void everyMonthHasTheHoursOfItsWorkdays(int year) {
        read(year);
        var calendar = new WorkCalendar(china);
        for (int number = 1; number <= 12; number++) {
            var month = YearMonth.of(year, number);
            var from = month.atDay(1).atStartOfDay(SHANGHAI).toInstant();
            var to = month.plusMonths(1).atDay(1).atStartOfDay(SHANGHAI).toInstant();
            var days = month.atDay(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .filter(date -> day(date).isWorked())
                    .count();
            assertThat(calendar.minutesBetween(from, to)).as("%s", month).isEqualTo(days * 9 * 60);
        }
    }
}
