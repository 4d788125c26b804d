package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.CalendarDefinition.OneOff;
import io.hengwei.platform.calendar.CalendarTurn;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.calendar.Window;
import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a running clock when its calendar gets another version.
class RenewalTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final CalendarDefinition OFFICE = CalendarDefinition.weekdays(CHINA, "09:00-18:00");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Map<Integer, WorkCalendar> VERSIONS = Map.of(
            1,
            new WorkCalendar(OFFICE),
            2,
            new WorkCalendar(
                    OFFICE.withOneOffs(List.of(new OneOff(MONDAY, Window.parse("15:00-18:00"), false, "power cut")))),
            3,
            new WorkCalendar(CalendarDefinition.weekdays(CHINA, "09:00-17:00")));
    private static final ClockFold FOLD = new ClockFold((ignored, version) -> VERSIONS.get(version));
    private static final Renewal RENEWAL = new Renewal(FOLD, new Measuring(() -> {
        throw new AssertionError("every limit ends by these");
    }));

    private static Instant at(String time) {
        return MONDAY.atTime(java.time.LocalTime.parse(time)).atZone(CHINA).toInstant();
    }

    private static ClockState started(String limit) {
        var length = Limit.parse(limit).length(VERSIONS.get(1), at("10:00"));
        var warning = length.multipliedBy(80).dividedBy(100);
        return ClockState.started(
                new Target(
                        limit,
                        length,
                        warning,
                        "OFFICE",
                        1,
                        FaultLevel.LEVEL_IV,
                        SystemClass.C,
                        false,
                        null,
                        List.of()),
                at("10:00"));
    }

    private static ClockState renewed(ClockState clock, int version, Instant from) {
        return RENEWAL.of(clock, List.of(turn(1, Instant.EPOCH), turn(version, from)))
                .state();
    }

    private static CalendarTurn turn(int version, Instant from) {
        return new CalendarTurn(from, version, VERSIONS.get(version));
    }

    @Test
    void itKeepsWhatItHadCountedAndGoesOnByTheNewVersion() {
        var clock = renewed(started("PT6H"), 2, at("12:00"));
        assertThat(clock.counted()).isEqualTo(Duration.ofHours(2));
        assertThat(clock.target().calendarVersion()).isEqualTo(2);
        assertThat(FOLD.dueAt(clock))
                .as("three hours until the power cut, the fourth on Tuesday")
                .isEqualTo(at("10:00").plus(Duration.ofDays(1)));
    }

    @Test
    void theEndOfTheDayIsThatOfTheNewVersion() {
        assertThat(FOLD.dueAt(renewed(started("EOD"), 2, at("12:00")))).isEqualTo(at("15:00"));
        assertThat(FOLD.dueAt(renewed(started("EOD"), 3, at("12:00")))).isEqualTo(at("17:00"));
    }

    @Test
    void aWorkingDayIsAsLongAsTheNewVersionSays() {
        var clock = renewed(started("P2D"), 3, at("10:00"));
        assertThat(clock.target().length()).isEqualTo(Duration.ofHours(16));
        assertThat(clock.target().warnAfter()).isEqualTo(Duration.ofMinutes(16 * 60 * 80 / 100));
    }

    @Test
    void aLimitThatStaysAsLongIsWarnedAsBefore() {
        var before = started("PT6H");
        assertThat(renewed(before, 2, at("12:00")).target().warnAfter())
                .isEqualTo(before.target().warnAfter());
    }

    /// However late it is noticed: nothing but the clock's own last start can be later than the version.
    @ParameterizedTest
    @ValueSource(strings = {"10:30", "12:00", "14:45"})
    void itGoesOnFromWhenTheVersionCameIntoForce(String from) {
        assertThat(renewed(started("PT6H"), 2, at(from)).resumedAt()).isEqualTo(at(from));
    }

    @Test
    void whatWasPausedBeforeIsNotCountedAnew() {
        var paused = FOLD.apply(started("PT6H"), ClockEvent.of(ClockEvent.Kind.PAUSE, at("11:00")));
        var resumed = FOLD.apply(paused, ClockEvent.of(ClockEvent.Kind.RESUME, at("13:00"), paused.target()));
        var clock = renewed(resumed, 2, at("10:30"));
        assertThat(clock.resumedAt()).isEqualTo(at("13:00"));
        assertThat(clock.counted()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aBreachThatNobodyHadNoticedBeforeTheVersionStays() {
        var moved = RENEWAL.of(started("PT1H"), List.of(turn(2, at("12:00"))));
        assertThat(moved.steps())
                .extracting(step -> step.event().kind())
                .containsExactly(ClockEvent.Kind.BREACH, ClockEvent.Kind.RETARGET);
        assertThat(moved.state().breachedAt()).isEqualTo(at("11:00"));
    }

    @Test
    void eachOfSeveralVersionsCountsItsTime() {
        var clock = RENEWAL.of(
                        started("P2D"),
                        List.of(
                                turn(1, Instant.EPOCH),
                                turn(3, at("11:00")),
                                turn(2, at("14:00")),
                                turn(3, at("16:00"))))
                .state();
        assertThat(clock.counted())
                .as("two hours, three, and one until the power cut")
                .isEqualTo(Duration.ofHours(5));
        assertThat(clock.target().calendarVersion()).isEqualTo(3);
        assertThat(clock.resumedAt()).isEqualTo(at("16:00"));
    }

    @Test
    void whatHeldBeforeItsLastStartIsNothingToIt() {
        var moved =
                RENEWAL.of(started("P2D"), List.of(turn(3, Instant.EPOCH), turn(2, at("09:30")), turn(1, at("09:45"))));
        assertThat(moved.steps()).isEmpty();
    }
}
