package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition.DayKind;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The facts that the State Council's notices add up to.
class ChinaHolidaysTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final CalendarDefinition china = StandardCalendars.china();

    private Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 249, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
        "2024, 251, 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
        "2025, 248, 01-26 02-08 04-27 09-28 10-11",
        "2026, 248, 01-04 02-14 02-28 05-09 09-20 10-10"
    })
    void aYearHasItsWorkdays(int year, int workdays, String makeUpDays) {
        assertThat(days(year).filter(day -> !china.windows(day).isEmpty())).hasSize(workdays);
        assertThat(days(year)
                        .filter(day -> china.kind(day) == DayKind.MAKE_UP)
                        .map(day -> day.toString().substring(5)))
                .containsExactly(makeUpDays.split(" "));
        var calendar = new WorkCalendar(china);
        var newYear = LocalDate.of(year, 1, 1).atStartOfDay(SHANGHAI).toInstant();
        var nextYear = LocalDate.of(year + 1, 1, 1).atStartOfDay(SHANGHAI).toInstant();
        assertThat(calendar.minutesBetween(newYear, nextYear)).isEqualTo(workdays * 9 * 60L);
    }

    @Test
    void aYearThatIsNotAnnouncedFollowsTheWeek() {
        assertThat(days(2027).filter(day -> !china.windows(day).isEmpty()))
                .hasSize(Year.of(2027).length() - 2 * 52)
                .allMatch(day -> day.getDayOfWeek().getValue() <= 5);
        assertThat(china.isUnannounced(2027)).isTrue();
        assertThat(china.isUnannounced(2026)).isFalse();
        assertThat(StandardCalendars.always().isUnannounced(2027))
                .as("it knows no holidays")
                .isFalse();
    }

    @Test
    void aFileMayHoldDaysOfTheYearBefore() {
        assertThat(china.kind(LocalDate.of(2022, 12, 31))).isEqualTo(DayKind.HOLIDAY);
        assertThat(china.name(LocalDate.of(2022, 12, 31))).isEqualTo("元旦");
    }

    @Test
    void aDefinitionSurvivesItsJson() {
        var json = new JsonMapper();
        assertThat(json.readValue(json.writeValueAsString(china), CalendarDefinition.class))
                .isEqualTo(china);
    }
}
