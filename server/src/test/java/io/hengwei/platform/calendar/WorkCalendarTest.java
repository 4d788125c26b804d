package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.calendar.CalendarDefinition.OneOff;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final WorkCalendar office = new WorkCalendar(CalendarDefinition.weekdays(SHANGHAI, "09:00-18:00"));
    private final WorkCalendar lunch =
            new WorkCalendar(CalendarDefinition.weekdays(SHANGHAI, "09:00-12:00", "13:00-18:00"));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @Test
    void aLimitEndsWithItsWindowNotAtTheStartOfTheNext() {
        assertThat(office.plusMinutes(at("2025-06-06T17:00"), 60)).isEqualTo(at("2025-06-06T18:00"));
        assertThat(office.plus(at("2025-06-06T17:00"), Duration.ofHours(1).plusMillis(1)))
                .isEqualTo(at("2025-06-09T09:00").plusMillis(1));
    }

    @Test
    void nothingAddedMovesNothing() {
        assertThat(office.plusMinutes(at("2025-06-07T03:00"), 0)).isEqualTo(at("2025-06-07T03:00"));
    }

    @Test
    void timeIsNotCountedBackwards() {
        assertThatThrownBy(() -> office.plusMinutes(at("2025-06-06T17:00"), -1)).hasMessageContaining("forward only");
    }

    @Test
    void theLunchBreakBelongsToTheDayAndTheEveningToTheNext() {
        assertThat(lunch.endOfDay(at("2025-06-06T12:30"))).isEqualTo(at("2025-06-06T18:00"));
        assertThat(lunch.endOfDay(at("2025-06-06T07:00"))).isEqualTo(at("2025-06-06T18:00"));
        assertThat(lunch.endOfDay(at("2025-06-06T18:00"))).isEqualTo(at("2025-06-09T18:00"));
    }

    @Test
    void aShiftOverMidnightIsOfTheDayOnWhichItBegan() {
        var pattern = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) pattern.put(day, Windows.parse("20:00-08:00"));
        var night = new WorkCalendar(new CalendarDefinition(ZoneOffset.UTC, pattern));
        for (var at : List.of("2026-11-25T19:00:00Z", "2026-11-25T22:00:00Z", "2026-11-26T02:00:00Z"))
            assertThat(night.endOfDay(Instant.parse(at))).isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));
    }

    @Test
    void aCalendarOfManyWindowsDoesNotTakeTheMemoryOfOthers() {
        var pattern = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        var windows =
                IntStream.range(0, 24).mapToObj("%02d:00-%1$02d:01"::formatted).toArray(String[]::new);
        for (var day : DayOfWeek.values()) pattern.put(day, Windows.parse(windows));
        var minutes = new WorkCalendar(new CalendarDefinition(ZoneOffset.UTC, pattern));
        var from = Instant.parse("2026-11-25T00:00:00Z");
        assertThat(minutes.plusMinutes(from, 24 * 365)).isAfter(from.plus(Duration.ofDays(364)));
        assertThatThrownBy(() -> minutes.plusMinutes(from, 24 * 365 * 150L)).hasMessageContaining("too many windows");
    }

    @Test
    void daysAreStandardDays() {
        assertThat(lunch.standardDay()).isEqualTo(Duration.ofHours(8));
        assertThat(lunch.plusDays(at("2025-06-05T11:00"), 2)).isEqualTo(at("2025-06-09T11:00"));
    }

    @Test
    void secondsAreKept() {
        var from = at("2025-06-06T11:59:58").plusNanos(1_000_001);
        assertThat(lunch.between(from, at("2025-06-06T13:00:00.5"))).isEqualTo(Duration.ofNanos(2_498_999_999L));
    }

    @Test
    void aroundTheClockIsElapsedTimeAlsoWhenClocksChange() {
        var always = new WorkCalendar(CalendarDefinition.always(BERLIN));
        var from = Instant.parse("2025-03-29T12:00:00Z");
        assertThat(always.plusMinutes(from, 1_000_000)).isEqualTo(from.plus(Duration.ofMinutes(1_000_000)));
        assertThat(always.segments(from, from.plus(Duration.ofDays(400)))).hasSize(1);
        assertThat(always.endOfDay(from)).isEqualTo(Instant.parse("2025-03-29T23:00:00Z"));
    }

    @Test
    void hoursThatTheClockSkipsAreNotWorkedAndRepeatedOnesAreWorkedTwice() {
        var night = new WorkCalendar(
                new CalendarDefinition(BERLIN, Map.of(DayOfWeek.SUNDAY, Windows.parse("01:30-02:30"))));
        assertThat(sunday(night, "2025-03-30")).isEqualTo(Duration.ofMinutes(30));
        assertThat(sunday(night, "2025-10-26")).isEqualTo(Duration.ofMinutes(90));
        assertThat(sunday(night, "2025-11-02")).isEqualTo(Duration.ofMinutes(60));
    }

    private static Duration sunday(WorkCalendar calendar, String date) {
        var day = LocalDate.parse(date);
        return calendar.between(
                day.atStartOfDay(BERLIN).toInstant(),
                day.plusDays(1).atStartOfDay(BERLIN).toInstant());
    }

    @Test
    void oneOffWindowsAreAddedFirstAndRemovedLast() {
        var saturday = LocalDate.of(2025, 6, 7);
        var definition = office.definition()
                .withOneOffs(List.of(
                        new OneOff(saturday, Window.parse("12:00-13:00"), false, "lunch"),
                        new OneOff(saturday, Window.parse("10:00-14:00"), true, "release")));
        assertThat(definition.windows(saturday)).isEqualTo(Windows.parse("10:00-12:00", "13:00-14:00"));
        assertThat(definition.name(saturday)).isEqualTo("lunch");
    }

    @Test
    void aNightShiftBelongsToTheDayOnWhichItBegins() {
        var week = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        week.put(DayOfWeek.FRIDAY, Windows.parse("22:00-06:00"));
        var nights = new CalendarDefinition(SHANGHAI, week);
        var friday = LocalDate.of(2025, 6, 6);
        var saturday = friday.plusDays(1);
        assertThat(nights.windows(friday)).isEqualTo(Windows.parse("22:00-24:00"));
        assertThat(nights.windows(saturday)).isEqualTo(Windows.parse("00:00-06:00"));
        assertThat(new WorkCalendar(nights).plusMinutes(at("2025-06-06T23:00"), 180))
                .isEqualTo(at("2025-06-07T02:00"));
        var holiday = new CalendarDefinition(
                SHANGHAI, week, Map.of(saturday, "holiday"), Map.of(), List.of(), Set.of(), null);
        assertThat(holiday.windows(saturday))
                .as("the shift is worked to its end")
                .isEqualTo(Windows.parse("00:00-06:00"));
        var closed = nights.withOneOffs(List.of(new OneOff(friday, Window.parse("23:00-02:00"), false, "power cut")));
        assertThat(closed.windows(friday)).isEqualTo(Windows.parse("22:00-23:00"));
        assertThat(closed.windows(saturday)).isEqualTo(Windows.parse("02:00-06:00"));
    }

    @Test
    void aCalendarWithoutWorkingTimeIsRefused() {
        assertThatThrownBy(() -> new CalendarDefinition(SHANGHAI, Map.of(DayOfWeek.MONDAY, Windows.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one day of the week");
    }

    @Test
    void beyondItsYearsACalendarSaysSo() {
        assertThatThrownBy(() -> office.plusDays(at("2199-12-01T09:00"), 60)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> office.plusDays(at("2025-12-01T09:00"), 900_000))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> office.minutesBetween(Instant.EPOCH, Instant.MAX))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> office.minutesBetween(Instant.parse("0200-01-01T00:00:00Z"), Instant.EPOCH))
                .hasMessageContaining("from 1900 to 2200");
    }

    @Test
    void windowsMergeAndSayWhatIsWrongWithThem() {
        assertThat(Windows.parse("13:00-15:00", "09:00-12:00", "12:00-13:00")).isEqualTo(Windows.parse("09:00-15:00"));
        assertThat(Window.parse("22:00-24:00").length()).isEqualTo(120);
        assertThat(Window.parse("22:00-06:00").length()).isEqualTo(480);
        assertThat(Window.parse("22:00-06:00")).hasToString("22:00-06:00");
        assertThatThrownBy(() -> Window.parse("22:00-22:00")).hasMessageContaining("different times");
        assertThatThrownBy(() -> Windows.parse("00:00-12:00", "11:00-06:00")).hasMessageContaining("less than a day");
        assertThatThrownBy(() -> new Window(1439, 2879))
                .as("could not be read again")
                .hasMessageContaining("a day");
        assertThat(Window.parse("23:59-23:58").length()).isEqualTo(1439);
        assertThatThrownBy(() -> Window.parse("9-18")).hasMessageContaining("09:00-18:00");
    }
}
