package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.process.sla.Escalation.Hearer;
import io.hengwei.process.sla.Escalation.Mark;
import io.hengwei.process.sla.Escalation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Steps on the way of a clock: each is taken once, whoever notices, and whenever.
@HengweiTest
class EscalationTest {
    @Autowired
    ApplicationContext context;

    @AutoClose
    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    private static Step step(ClockName clock, int percent, boolean wall, String... levels) {
        return new Step(
                clock, List.of(levels), percent, wall, List.of(Hearer.HANDLERS), List.of(), List.of(), false, null);
    }

    private void rules(Step... steps) {
        bench.asSystem(() -> {
            bench.settings.change(
                    SlaSettings.ESCALATION,
                    SettingScope.unit(bench.unit.value()),
                    new Escalation(List.of(steps)),
                    null,
                    "test");
            return null;
        });
    }

    private Fault opened(Duration ago) {
        var fault = new Fault(bench.unit, bench.now.minus(ago));
        bench.write(fault.opened());
        return fault;
    }

    private List<String> taken(Fault fault) {
        return bench.asSystem(() ->
                bench.db.sql("""
                        select (body ->> 'percent') || case when body ->> 'late' = 'true' then ' late' else '' end from record.journal
                        where subject = ? and command = 'ClockEscalated' order by id""").param(fault.id().value()).query(String.class).list());
    }

    @Test
    void aStepIsTakenOnceWhenSoMuchOfTheLimitIsUsedUp() {
        rules(step(ClockName.CONFIRM, 50, false), step(ClockName.CONFIRM, 150, false));
        var fault = opened(Duration.ofMinutes(4));
        bench.sweepAll();
        assertThat(taken(fault)).isEmpty();
        var half = opened(Duration.ofSeconds(301));
        bench.sweepAll();
        bench.sweepAll();
        assertThat(taken(half)).containsExactly("50");
        bench.everyClockIsTheFoldOverItsEvents(half);
        assertThat(bench.clock(half, ClockName.CONFIRM).state().taken()).containsExactly(new Mark(50, false));
    }

    @Test
    void whatCameDueWhileNobodyWasUpIsTakenAtOnceInItsOrderAndSaysSo() {
        rules(
                step(ClockName.CONFIRM, 150, false),
                step(ClockName.CONFIRM, 50, false),
                step(ClockName.CONFIRM, 100, true));
        var fault = opened(Duration.ofHours(1));
        bench.sweepAll();
        assertThat(taken(fault)).containsExactly("50 late", "100 late", "150 late");
        assertThat(bench.told(fault)).contains("ClockBreached CONFIRM");
        assertThat(bench.asSystem(() -> bench.db
                        .sql(
                                "select count(*) from record.journal where subject = ? and command like 'Clock%' and happened_at < now() - interval '10 minutes'")
                        .param(fault.id().value())
                        .query(Long.class)
                        .single()))
                .as("what is told late is news when it is told")
                .isZero();
        bench.everyClockIsTheFoldOverItsEvents(fault);
        assertThat(bench.asSystem(() -> bench.fold.nextCheckAt(
                        bench.clock(fault, ClockName.CONFIRM).state())))
                .isNull();
    }

    @Test
    void aStepBehindTheLimitIsAwaitedAfterTheBreach() {
        rules(step(ClockName.CONFIRM, 150, false));
        var fault = opened(Duration.ofMinutes(11));
        bench.sweepAll();
        assertThat(taken(fault)).isEmpty();
        var clock = bench.clock(fault, ClockName.CONFIRM).state();
        assertThat(clock.breachedAt()).isNotNull();
        assertThat(bench.fold.nextCheckAt(clock)).isEqualTo(bench.now.plus(Duration.ofMinutes(4)));
    }

    @Test
    void aCommandThatComesFirstTakesTheStepWithIt() {
        rules(step(ClockName.CONFIRM, 50, false));
        var fault = new Fault(bench.unit, future());
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Confirm(), future().plus(Duration.ofMinutes(6))));
        assertThat(taken(fault)).containsExactly("50");
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void oneThatWasTakenIsNotTakenAgainByALongerLimit() {
        rules(step(ClockName.RESTORE, 1, false));
        var fault = new Fault(bench.unit, future());
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Regrade("LEVEL_I"), future().plus(Duration.ofMinutes(1))));
        bench.write(fault.after(new Fault.Regrade("LEVEL_II"), future().plus(Duration.ofMinutes(3))));
        bench.write(fault.after(new Fault.Resolve(), future().plus(Duration.ofMinutes(30))));
        assertThat(taken(fault)).containsExactly("1");
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    /// Nothing is due there yet for the sweeper of the program itself.
    private Instant future() {
        return bench.now.plus(Duration.ofDays(400));
    }

    @Test
    void stepsAreForTheirLevelsAndClocksOnly() {
        var rules = new Escalation(List.of(
                step(null, 80, false),
                step(ClockName.VENDOR, 90, false),
                step(ClockName.RESTORE, 70, true, "LEVEL_I")));
        assertThat(rules.marks(ClockName.RESTORE, FaultLevel.LEVEL_I))
                .containsExactly(new Mark(70, true), new Mark(80, false));
        assertThat(rules.marks(ClockName.RESTORE, FaultLevel.LEVEL_II)).containsExactly(new Mark(80, false));
        assertThat(rules.marks(ClockName.VENDOR, FaultLevel.LEVEL_I)).containsExactly(new Mark(90, false));
    }

    @Test
    void manyNodesTakeEveryStepOnce() throws Exception {
        rules(step(ClockName.CONFIRM, 60, false), step(ClockName.CONFIRM, 120, true));
        var faults = java.util.stream.IntStream.range(0, 120)
                .mapToObj(i -> opened(Duration.ofMinutes(20)))
                .toList();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) nodes.submit(bench::sweepAll);
        }
        bench.sweepAll();
        for (var fault : faults) assertThat(taken(fault)).containsExactly("60 late", "120 late");
    }
}
