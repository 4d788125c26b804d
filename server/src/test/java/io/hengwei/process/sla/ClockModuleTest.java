package io.hengwei.process.sla;

import static io.hengwei.platform.record.RecordClocks.State.CANCELLED;
import static io.hengwei.platform.record.RecordClocks.State.PAUSED;
import static io.hengwei.platform.record.RecordClocks.State.RUNNING;
import static io.hengwei.platform.record.RecordClocks.State.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.record.CommandContributor.Contribution;
import io.hengwei.platform.record.RecordClocks;
import io.hengwei.platform.record.RecordClocks.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HengweiTest
class ClockModuleTest {
    @Autowired
    ApplicationContext context;

    @AutoClose
    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    @Test
    void anOpeningStartsThreeClocksAndTheCardIsDueWithTheFirst() {
        var fault = new Fault(bench.unit, bench.now);
        var contribution = bench.write(fault.opened());
        assertThat(contribution.nextDue()).isEqualTo(bench.now.plus(Duration.ofMinutes(10)));
        var views = bench.asSystem(() -> bench.clocks.of(fault.id()));
        assertThat(views).extracting(RecordClocks.ClockView::name).containsExactly("CONFIRM", "RESPONSE", "RESTORE");
        assertThat(views).extracting(RecordClocks.ClockView::limit).containsExactly("PT10M", "EOD", "PT24H");
        assertThat(views).extracting(RecordClocks.ClockView::proposed).containsExactly(false, true, true);
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void handlingStopsWaitingPausesGradingRetargetsAndReopeningGoesOn() {
        var fault = new Fault(bench.unit, bench.now);
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Confirm(), bench.now.plusSeconds(60)));
        assertThat(bench.clock(fault, ClockName.CONFIRM).state().outcome()).isEqualTo(Outcome.MET);

        var graded = bench.write(fault.after(new Fault.Regrade("LEVEL_I"), bench.now.plusSeconds(600)));
        assertThat(graded.nextDue())
                .isEqualTo(bench.now.plus(Duration.ofHours(1)).plus(uncounted(fault, ClockName.RESPONSE)));
        assertThat(bench.clock(fault, ClockName.RESTORE).state().target().limit())
                .isEqualTo("PT2H");

        var waiting = bench.write(fault.after(new Fault.Wait(), bench.now.plusSeconds(1200)));
        assertThat(waiting.known()).isTrue();
        assertThat(waiting.nextDue()).isNull();
        assertThat(bench.clock(fault, ClockName.RESTORE).state().state()).isEqualTo(PAUSED);

        bench.write(fault.after(new Fault.Resume(), bench.now.plusSeconds(9000)));
        assertThat(bench.clock(fault, ClockName.RESTORE).state().state()).isEqualTo(RUNNING);
        bench.write(fault.after(new Fault.RecordWork(), bench.now.plusSeconds(9060)));
        assertThat(bench.clock(fault, ClockName.RESPONSE).state().outcome()).isEqualTo(Outcome.MET);

        assertThat(bench.write(fault.after(new Fault.Resolve(), bench.now.plusSeconds(9120)))
                        .nextDue())
                .isNull();
        assertThat(bench.clock(fault, ClockName.RESTORE).state().outcome()).isEqualTo(Outcome.MET);
        var counted = bench.clock(fault, ClockName.RESTORE).state().counted();

        bench.write(fault.after(new Fault.Reopen(), bench.now.plusSeconds(20_000)));
        var again = bench.clock(fault, ClockName.RESTORE).state();
        assertThat(again.state()).isEqualTo(RUNNING);
        assertThat(again.counted()).isEqualTo(counted);
        assertThat(bench.clock(fault, ClockName.RESPONSE).state().state()).isEqualTo(STOPPED);
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    /// Before it was graded the fault counted office hours, which may not have been running.
    private Duration uncounted(Fault fault, ClockName name) {
        var events =
                bench.asSystem(() -> bench.rows.events(bench.clock(fault, name).id()));
        return Duration.ofSeconds(600)
                .minus(bench.fold.counted(bench.fold.fold(events.subList(0, 1)), bench.now.plusSeconds(600)));
    }

    @Test
    void acommandThatMovesNoClockReadsAndWritesNothing() {
        var fault = new Fault(bench.unit, bench.now);
        bench.write(fault.opened());
        assertThat(bench.write(fault.after(new Fault.Rename(), bench.now.plusSeconds(1))))
                .isEqualTo(Contribution.NONE);
    }

    @Test
    void cancellingEndsEveryClockWithoutAnOutcome() {
        var fault = new Fault(bench.unit, bench.now);
        bench.write(fault.opened());
        assertThat(bench.write(fault.after(new Fault.Cancel(), bench.now.plusSeconds(5)))
                        .nextDue())
                .isNull();
        assertThat(bench.clock(fault, ClockName.RESTORE).state().state()).isEqualTo(CANCELLED);
        assertThat(bench.clock(fault, ClockName.RESTORE).state().outcome()).isNull();
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aBreachThatACommandMeetsFirstIsToldByTheCommand() {
        var opened = Instant.parse("2200-01-01T00:00:00Z").minus(Duration.ofDays(4000));
        var fault = new Fault(bench.unit, opened);
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Confirm(), opened.plusSeconds(601)));
        assertThat(bench.clock(fault, ClockName.CONFIRM).state().outcome()).isEqualTo(Outcome.MISSED);
        assertThat(bench.told(fault)).containsExactly("ClockBreached CONFIRM");
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aClockExplainsItself() {
        var fault = new Fault(bench.unit, bench.now.minus(Duration.ofMinutes(5)));
        bench.write(fault.opened());
        var explanation = explained(fault, ClockName.CONFIRM);
        assertThat(explanation.events())
                .extracting(ClockExplanation.Event::goal)
                .containsExactly(
                        new ClockExplanation.Goal("PT10M", "LEVEL_IV", "A", "7×24 小时", 1, Source.rule("sla.confirm")));
        assertThat(explanation.segments())
                .singleElement()
                .satisfies(s -> assertThat(s.micros() / 60_000_000).isEqualTo(5));
    }

    private ClockExplanation explained(Fault fault, ClockName name) {
        return bench.asSystem(
                () -> bench.controller.explain(bench.clock(fault, name).id()));
    }

    /// National Day 2026: off from the first to the seventh, worked on Saturday the tenth.
    @Test
    void everyMinuteOfAHolidayAndOfAPauseHasItsName() {
        var opened = Instant.parse("2026-09-30T02:00:00Z");
        var fault = new Fault(bench.unit, opened);
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Wait(), opened.plus(Duration.ofHours(3))));
        bench.write(fault.after(new Fault.Resume(), opened.plus(Duration.ofHours(5))));
        bench.write(fault.after(new Fault.Resolve(), Instant.parse("2026-10-10T06:00:00.000001Z")));
        var explanation = explained(fault, ClockName.RESTORE);
        assertThat(explanation.segments())
                .extracting(s -> s.kind() + (s.name() == null ? "" : " " + s.name()))
                .containsExactly(
                        "COUNTED",
                        "PAUSED",
                        "COUNTED",
                        "OFF_HOURS",
                        "HOLIDAY 国庆节",
                        "OFF_HOURS",
                        "COUNTED",
                        "OFF_HOURS",
                        "COUNTED",
                        "OFF_HOURS",
                        "MAKE_UP 国庆节");
        sumsUp(fault, explanation, opened);
    }

    /// The sum of the segments is the time from start to end, and those that count are what the clock counted.
    private void sumsUp(Fault fault, ClockExplanation explanation, Instant opened) {
        var clock = bench.clock(fault, ClockName.RESTORE).state();
        assertThat(explanation.countedMicros()).isEqualTo(ClockRows.micros(clock.counted()));
        assertThat(explanation.segments().stream()
                        .mapToLong(ClockSegment::micros)
                        .sum())
                .isEqualTo(ClockRows.micros(Duration.between(opened, clock.stoppedAt())));
        var at = opened;
        for (var segment : explanation.segments()) {
            assertThat(segment.from()).isEqualTo(at);
            at = segment.to();
        }
    }

    @Test
    void aYearThatNobodyHasAnnouncedIsNamed() {
        var opened = Instant.parse("2027-12-30T02:00:00Z");
        var fault = new Fault(bench.unit, opened);
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Resolve(), opened.plus(Duration.ofDays(5))));
        assertThat(explained(fault, ClockName.RESTORE).unannounced()).containsExactly(2027, 2028);
    }
}
