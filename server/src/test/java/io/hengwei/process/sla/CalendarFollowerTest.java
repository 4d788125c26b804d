package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.setting.SettingScope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Clocks go by their calendar, also when it changes.
@HengweiTest
class CalendarFollowerTest {
    @Autowired
    ApplicationContext context;

    @AutoClose
    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    @Test
    void aNewVersionOfTheCalendarMovesWhatIsStillDue() {
        var id = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        bench.asSystem(() -> bench.calendars.publish(id, CalendarDefinition.always(ZoneOffset.UTC), bench.now));
        var fault = new Fault(bench.unit, bench.now.minusSeconds(60));
        bench.asSystem(() -> {
            bench.settings.change(
                    SlaSettings.CALENDAR_IV, SettingScope.unit(fault.unit().value()), id, Instant.EPOCH, "test");
            return true;
        });
        bench.write(fault.opened());
        bench.followAll();
        var before = bench.clock(fault, ClockName.RESTORE).state();
        bench.asSystem(() -> bench.calendars.publish(
                id, CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00"), bench.now.minusSeconds(1)));
        bench.followAll();
        var after = bench.clock(fault, ClockName.RESTORE).state();
        assertThat(after.target().calendarVersion()).isEqualTo(2);
        assertThat(after.counted()).isGreaterThanOrEqualTo(Duration.ofSeconds(59));
        assertThat(bench.fold.dueAt(after)).isAfter(bench.fold.dueAt(before));
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aClockThatSomebodyMovesWhileItsCalendarChangesFollowsTheNextTime() throws Exception {
        var id = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        bench.asSystem(() -> bench.calendars.publish(id, CalendarDefinition.always(ZoneOffset.UTC), bench.now));
        var faults = List.of(
                new Fault(bench.unit, bench.now.minusSeconds(60)), new Fault(bench.unit, bench.now.minusSeconds(60)));
        bench.asSystem(() -> {
            bench.settings.change(
                    SlaSettings.CALENDAR_IV, SettingScope.unit(bench.unit.value()), id, Instant.EPOCH, "test");
            return true;
        });
        faults.forEach(fault -> bench.write(fault.opened()));
        var held = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        try (var somebody = Executors.newSingleThreadExecutor()) {
            somebody.submit(() -> bench.asSystem(() -> {
                bench.rows.locked(faults.getFirst().id().value());
                held.countDown();
                return letGo.await(30, TimeUnit.SECONDS);
            }));
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            bench.asSystem(() -> bench.calendars.publish(
                    id, CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00"), bench.now.minusSeconds(1)));
            bench.followAll();
            assertThat(versions(faults))
                    .as("nobody waits for the one that is held")
                    .containsExactly(1, 2);
            letGo.countDown();
        }
        bench.followAll();
        assertThat(versions(faults)).containsExactly(2, 2);
        faults.forEach(bench::everyClockIsTheFoldOverItsEvents);
        bench.followAll();
        assertThat(bench.asSystem(() -> bench.rows.events(
                        bench.clock(faults.getFirst(), ClockName.RESTORE).id())))
                .as("a version is taken once")
                .extracting(ClockEvent::kind)
                .containsExactly(ClockEvent.Kind.START, ClockEvent.Kind.RETARGET);
    }

    @Test
    void whatWasOverBeforeTheVersionHeldIsToldAsWell() {
        var id = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        bench.asSystem(() -> bench.calendars.publish(id, CalendarDefinition.always(ZoneOffset.UTC), bench.now));
        bench.asSystem(() -> {
            bench.settings.change(
                    SlaSettings.CALENDAR_IV, SettingScope.unit(bench.unit.value()), id, Instant.EPOCH, "test");
            return true;
        });
        var fault = new Fault(bench.unit, bench.now.minus(Duration.ofDays(4)));
        bench.write(fault.opened());
        bench.asSystem(() -> bench.calendars.publish(
                id, CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00"), bench.now.minusSeconds(1)));
        bench.followAll();
        assertThat(bench.clock(fault, ClockName.RESTORE).state().breachedAt()).isNotNull();
        bench.sweepAll();
        assertThat(bench.told(fault)).containsOnlyOnce("ClockBreached RESTORE");
        var missed = bench.clock(fault, ClockName.RESTORE).state().breachedAt();
        bench.asSystem(() -> bench.calendars.publish(id, CalendarDefinition.always(ZoneOffset.UTC), bench.now));
        bench.followAll();
        assertThat(bench.clock(fault, ClockName.RESTORE).state().breachedAt())
                .as("what was over before stays so")
                .isEqualTo(missed);
    }

    private List<Integer> versions(List<Fault> faults) {
        return faults.stream()
                .map(fault ->
                        bench.clock(fault, ClockName.RESTORE).state().target().calendarVersion())
                .toList();
    }
}
