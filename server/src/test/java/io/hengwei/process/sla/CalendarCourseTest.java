package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.calendar.Windows;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Versions of a calendar follow one another, and calendars may be such that a limit never ends: each counts its own
/// time, and none stops the clocks of others.
@HengweiTest
class CalendarCourseTest {
    private static final CalendarDefinition ALWAYS = CalendarDefinition.always(ZoneOffset.UTC);

    @Autowired
    ApplicationContext context;

    @AutoClose
    ClockBench bench;

    private String id;

    @BeforeEach
    void aFaultOfTwelveHours() {
        bench = new ClockBench(context);
        id = id();
        publish(id, ALWAYS, 0);
        here(SlaSettings.CALENDAR_IV, id);
        here(SlaSettings.RESTORE_A_IV, Limit.parse("PT100H"));
        here(SlaSettings.PAUSES, new PauseLimits(List.of(new PauseLimits.Row("REQUESTER", null, Duration.ofHours(1)))));
    }

    private static String id() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private <T> void here(Setting<T> setting, T value) {
        bench.asSystem(() -> {
            bench.settings.change(setting, SettingScope.unit(bench.unit.value()), value, Instant.EPOCH, "test");
            return true;
        });
    }

    private void publish(String calendar, CalendarDefinition definition, int hoursAgo) {
        bench.asSystem(() -> bench.calendars.publish(calendar, definition, ago(hoursAgo)));
    }

    private Instant ago(int hours) {
        return bench.now.minus(Duration.ofHours(hours));
    }

    private Fault opened(int hoursAgo) {
        var fault = new Fault(bench.unit, ago(hoursAgo));
        bench.write(fault.opened());
        return fault;
    }

    private ClockState restore(Fault fault) {
        return bench.clock(fault, ClockName.RESTORE).state();
    }

    private Duration counted(Fault fault) {
        bench.endPauses();
        bench.followAll();
        bench.everyClockIsTheFoldOverItsEvents(fault);
        return bench.fold.counted(restore(fault), bench.now);
    }

    private CalendarDefinition anotherDay() {
        var pattern = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        pattern.put(
                LocalDate.ofInstant(bench.now, ZoneOffset.UTC).plusDays(3).getDayOfWeek(),
                Windows.parse("00:00-24:00"));
        return new CalendarDefinition(ZoneOffset.UTC, pattern);
    }

    private static CalendarDefinition aMinuteAWeek() {
        var pattern = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        pattern.put(DayOfWeek.MONDAY, Windows.parse("09:00-09:01"));
        return new CalendarDefinition(ZoneOffset.UTC, pattern, Map.of(), Map.of(), List.of(), Set.of(), 1440);
    }

    @Test
    void versionsThatCameIntoForceWhileNobodyWasUpEachCountTheirTime() {
        var fault = opened(12);
        publish(id, anotherDay(), 8);
        publish(id, ALWAYS, 4);
        assertThat(counted(fault)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aPauseThatWasOverEarlierGoesOnByTheVersionOfThen() {
        var fault = opened(12);
        bench.write(fault.after(new Fault.WaitFor("REQUESTER"), ago(11)));
        publish(id, anotherDay(), 4);
        assertThat(counted(fault))
                .as("an hour before the pause, six after it until the version")
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aCorrectionOfTheCalendarBelowReachesEveryVersionOfTheOneAbove() {
        var above = id();
        bench.asSystem(() -> bench.calendars.publishOn(id, above, 480, bench.now));
        bench.asSystem(() -> bench.calendars.publishOn(id, above, 600, ago(4)));
        here(SlaSettings.CALENDAR_IV, above);
        var fault = opened(12);
        assertThat(counted(fault)).isEqualTo(Duration.ofHours(12));
        publish(id, anotherDay(), 8);
        assertThat(counted(fault)).as("nothing since eight hours ago").isEqualTo(Duration.ofHours(4));
    }

    @Test
    void whatStandsAloneFromSomeInstantOnStaysSoWhenTheCalendarBelowIsCorrected() {
        var above = id();
        bench.asSystem(() -> bench.calendars.publishOn(id, above, 480, bench.now));
        publish(above, anotherDay(), 10);
        publish(id, CalendarDefinition.weekdays(ZoneOffset.UTC, "09:00-17:00"), 60);
        assertThat(context.getBean(Calendars.class)
                        .byId(above)
                        .definition()
                        .weekly()
                        .values())
                .as("one day a week, all day")
                .filteredOn(windows -> !windows.isEmpty())
                .containsExactly(Windows.parse("00:00-24:00"));
    }

    @Test
    void aClockThatNeverEndsByItsCalendarIsCountedAroundTheClockAndStopsNobodyElses() {
        here(SlaSettings.RESTORE_A_IV, Limit.parse("P30D"));
        var waiting = opened(5);
        bench.write(waiting.after(new Fault.WaitFor("REQUESTER"), ago(4)));
        var running = opened(5);
        publish(id, aMinuteAWeek(), 0);
        assertThat(counted(waiting)).isEqualTo(Duration.ofHours(4));
        assertThat(counted(running)).isEqualTo(Duration.ofHours(5));
        assertThat(restore(running).target().calendar()).isEqualTo(Calendars.ALWAYS);
        assertThat(restore(running).target().length()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aStepBeyondAllCalendarsKeepsNoFaultFromBeingOpened() {
        var thin = id();
        publish(thin, aMinuteAWeek(), 0);
        here(SlaSettings.CALENDAR_IV, thin);
        here(SlaSettings.RESTORE_A_IV, Limit.parse("P5D"));
        here(
                SlaSettings.ESCALATION,
                new Escalation(List.of(new Escalation.Step(
                        ClockName.RESTORE,
                        List.of(),
                        200,
                        false,
                        List.of(Escalation.Hearer.HANDLERS),
                        List.of(),
                        List.of(),
                        false,
                        null))));
        assertThat(bench.fold.nextStep(restore(opened(0)))).isEmpty();
    }
}
