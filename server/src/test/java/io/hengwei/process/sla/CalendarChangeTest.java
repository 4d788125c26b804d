package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.CalendarEffects.Effect;
import io.hengwei.platform.calendar.CalendarEffects.Example;
import io.hengwei.platform.calendar.CalendarTurn;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.setting.SettingScope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What a calendar would change is told before, and is what it changes then.
@HengweiTest
class CalendarChangeTest {
    private static final CalendarDefinition ALWAYS = CalendarDefinition.always(ZoneOffset.UTC);
    private static final CalendarDefinition AN_HOUR_A_DAY = CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00");

    @Autowired
    ApplicationContext context;

    @Autowired
    CalendarChange change;

    @AutoClose
    ClockBench bench;

    String calendar;
    List<Fault> faults;

    @BeforeEach
    void faultsThatCountByOneCalendar() {
        bench = new ClockBench(context);
        calendar = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        bench.asSystem(() -> bench.calendars.publish(calendar, ALWAYS, bench.now));
        bench.asSystem(() -> {
            bench.settings.change(
                    SlaSettings.CALENDAR_IV, SettingScope.unit(bench.unit.value()), calendar, Instant.EPOCH, "test");
            return true;
        });
        faults = IntStream.range(1, 4)
                .mapToObj(hours -> new Fault(bench.unit, bench.now.minus(Duration.ofHours(hours))))
                .toList();
        faults.forEach(fault -> bench.write(fault.opened()));
    }

    private Effect effect(CalendarDefinition next, Instant from) {
        return bench.asSystem(() -> {
            var turns = Stream.concat(
                            context.getBean(Calendars.class).turns(calendar).stream()
                                    .filter(turn -> turn.from().isBefore(from)),
                            Stream.of(new CalendarTurn(from, 99, new WorkCalendar(next))))
                    .toList();
            return change.of(Map.of(calendar, turns));
        });
    }

    private Stream<RecordClock> clocks() {
        return faults.stream()
                .flatMap(fault ->
                        Stream.of(bench.clock(fault, ClockName.RESPONSE), bench.clock(fault, ClockName.RESTORE)));
    }

    @Test
    void whatIsToldBeforeIsWhatIsDueAfterwards() {
        var from = bench.now.minusSeconds(1);
        var told = effect(AN_HOUR_A_DAY, from);
        assertThat(told.running()).isEqualTo(6);
        assertThat(moved(told)).isPositive().isEqualTo(told.examples().size());
        bench.asSystem(() -> bench.calendars.publish(calendar, AN_HOUR_A_DAY, from));
        bench.followAll();
        var due = clocks().map(each -> bench.fold.dueAt(each.state())).toList();
        assertThat(due)
                .containsAll(told.examples().stream().map(Example::dueThen).toList());
        faults.forEach(bench::everyClockIsTheFoldOverItsEvents);
        assertThat(effect(AN_HOUR_A_DAY, from).earlier()
                        + effect(AN_HOUR_A_DAY, from).later())
                .as("now it is so")
                .isZero();
    }

    @Test
    void aCalendarThatSaysTheSameChangesNothing() {
        var told = effect(ALWAYS, bench.now);
        assertThat(told.running()).isEqualTo(6);
        assertThat(moved(told)).isZero();
        assertThat(told.examples()).isEmpty();
    }

    @Test
    void aCorrectionOfThePastCountsFromThereOnHoweverLateItIsNoticed() {
        var from = bench.now.minus(Duration.ofMinutes(30));
        bench.asSystem(() -> bench.calendars.publish(calendar, AN_HOUR_A_DAY, from));
        bench.followAll();
        for (var fault : faults) {
            var restore = bench.clock(fault, ClockName.RESTORE).state();
            assertThat(restore.resumedAt()).isEqualTo(from);
            assertThat(restore.counted()).isEqualTo(Duration.between(restore.startedAt(), from));
        }
    }

    @Test
    void whoLooksTellsWhatWouldBeOverdueAtOnce() {
        var around = CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00");
        bench.asSystem(() -> bench.calendars.publish(calendar, around, bench.now.minus(Duration.ofDays(30))));
        var old = new Fault(bench.unit, bench.now.minus(Duration.ofDays(10)));
        bench.write(old.opened());
        assertThat(effect(ALWAYS, bench.now.minus(Duration.ofDays(20))).overdue())
                .as("its twenty-four hours have long passed around the clock")
                .isPositive();
    }

    private static long moved(Effect effect) {
        return effect.earlier() + effect.later();
    }
}
