package io.hengwei.process.sla;

import static io.hengwei.platform.record.RecordClocks.State.PAUSED;
import static io.hengwei.platform.record.RecordClocks.State.RUNNING;
import static io.hengwei.platform.record.RecordClocks.State.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.record.RecordClocks.Outcome;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Refused;
import io.hengwei.process.sla.ClockChange.Effect;
import io.hengwei.process.sla.ClockChange.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Agreements, what a change of a record does to its clocks, clocks of vendors and the limits of pauses.
@HengweiTest
class ClockRulesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    ApplicationContext context;

    @AutoClose
    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    @AfterEach
    void nothingIsAgreed() {
        globally(SlaSettings.AGREEMENTS, null);
    }

    private <T> void globally(Setting<T> setting, T value) {
        set(setting, SettingScope.GLOBAL, value);
    }

    private <T> void here(Setting<T> setting, T value) {
        set(setting, SettingScope.unit(bench.unit.value()), value);
    }

    private <T> void set(Setting<T> setting, SettingScope scope, T value) {
        bench.asSystem(() -> {
            bench.settings.change(setting, scope, value, null, "test");
            return null;
        });
    }

    private void promise(ClockName clock, String limit, List<String> levels, List<String> priorities) {
        var promise = new Promise(clock, List.of(), List.of(), levels, priorities, limit, "ALWAYS", 50);
        var kind = clock == ClockName.VENDOR ? AgreementKind.UC : AgreementKind.SLA;
        globally(
                SlaSettings.AGREEMENTS,
                new Agreements(List.of(new Agreement(
                        "华东 ERP: 服务",
                        kind,
                        null,
                        null,
                        List.of(bench.unit.value()),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(promise),
                        List.of()))));
    }

    private Fault opened() {
        var fault = new Fault(bench.unit, bench.now);
        bench.write(fault.opened());
        return fault;
    }

    private void after(Fault fault, Fault.Command command, Duration since) {
        bench.write(fault.after(command, bench.now.plus(since)));
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    private ClockState restore(Fault fault) {
        return bench.clock(fault, ClockName.RESTORE).state();
    }

    /// Half of a time of an odd number of microseconds ends between two of them.
    @Test
    void aChangeThatLeavesTheLimitAsItIsLeavesNoTraceOnTheClock() {
        promise(ClockName.RESTORE, "PT0.000003S", List.of(), List.of());
        var fault = opened();
        after(fault, new Fault.Regrade("LEVEL_IV"), Duration.ZERO);
        assertThat(bench.asSystem(() ->
                        bench.rows.events(bench.clock(fault, ClockName.RESTORE).id())))
                .extracting(ClockEvent::kind)
                .containsExactly(ClockEvent.Kind.START);
    }

    @Test
    void whatIsAgreedGoesBeforeTheRulesAndSaysSo() {
        promise(ClockName.RESTORE, "PT90M", List.of(), List.of());
        var target = restore(opened()).target();
        assertThat(target.limit()).isEqualTo("PT1H30M");
        assertThat(target.source()).isEqualTo(Source.promise("华东 ERP: 服务", 1));
        assertThat(target.warnAfter()).isEqualTo(Duration.ofMinutes(45));
        assertThat(target.proposed()).isFalse();
        assertThat(bench.clock(opened(), ClockName.CONFIRM).state().target().source())
                .isEqualTo(Source.rule("sla.confirm"));
    }

    @Test
    void aChangeOfPriorityTakesThePromiseMeantForIt() {
        promise(ClockName.RESTORE, "PT1H", List.of(), List.of("P1"));
        var fault = opened();
        assertThat(restore(fault).target().source()).isEqualTo(Source.rule("sla.restore.a.level-iv"));
        after(fault, new Fault.Prioritise("P1"), Duration.ofMinutes(10));
        assertThat(restore(fault).target().limit()).isEqualTo("PT1H");
        assertThat(bench.fold.dueAt(restore(fault))).isBeforeOrEqualTo(bench.now.plus(HOUR.plusMinutes(10)));
    }

    @Test
    void aChangeThatMeansNoOtherLimitLeavesNoEvent() {
        var fault = opened();
        after(fault, new Fault.Prioritise("P2"), Duration.ofMinutes(10));
        assertThat(bench.clock(fault, ClockName.RESTORE).events()).isEqualTo(1);
    }

    @Test
    void aRuleMayLetTheClockGoOnOrCountItAnew() {
        here(
                SlaSettings.CHANGES,
                new ClockChange.Rules(List.of(
                        new Row(ClockChange.LEVEL, ClockName.RESPONSE, Effect.CONTINUE),
                        new Row(ClockChange.LEVEL, null, Effect.RESTART))));
        var fault = opened();
        after(fault, new Fault.Regrade("LEVEL_I"), Duration.ofMinutes(30));
        var anew = restore(fault);
        assertThat(anew.target().limit()).isEqualTo("PT2H");
        assertThat(anew.startedAt()).isEqualTo(bench.now.plus(Duration.ofMinutes(30)));
        assertThat(anew.counted()).isZero();
        assertThat(bench.fold.dueAt(anew)).isEqualTo(bench.now.plus(Duration.ofMinutes(150)));
        assertThat(bench.clock(fault, ClockName.RESPONSE).state().target().limit())
                .isEqualTo("EOD");

        after(fault, new Fault.Resolve(), Duration.ofMinutes(50));
        var explained = bench.asSystem(() -> bench.explain(bench.clock(fault, ClockName.RESTORE)));
        assertThat(explained.countedMicros()).isEqualTo(Duration.ofMinutes(20).toNanos() / 1000);
        assertThat(explained.segments())
                .extracting(ClockSegment::kind)
                .doesNotContain(ClockSegment.Kind.PAUSED)
                .endsWith(ClockSegment.Kind.COUNTED);
    }

    @Test
    void aBreachAfterwardsIsAnotherThatNobodyHasAccountedFor() {
        here(SlaSettings.CHANGES, new ClockChange.Rules(List.of(new Row(ClockChange.LEVEL, null, Effect.RESTART))));
        here(SlaSettings.RESTORE_A_IV, Limit.parse("PT1H"));
        var fault = new Fault(bench.unit, bench.now.minus(Duration.ofHours(10)));
        bench.write(fault.opened());
        bench.sweepAll();
        var missed = bench.clock(fault, ClockName.RESTORE).id();
        bench.asSystem(() -> bench.db
                .sql("update sla.clock set accounted_at = now() where id = ?")
                .param(missed)
                .update());
        bench.write(fault.after(new Fault.Prioritise("P2"), bench.now.minus(Duration.ofHours(6))));
        assertThat(isAccounted(missed)).isTrue();
        bench.write(fault.after(new Fault.Regrade("LEVEL_I"), bench.now.minus(Duration.ofHours(5))));
        bench.sweepAll();
        assertThat(restore(fault).breachedAt()).isEqualTo(bench.now.minus(Duration.ofHours(3)));
        assertThat(isAccounted(missed)).isFalse();
    }

    private boolean isAccounted(UUID clock) {
        return bench.asSystem(() -> bench.db
                .sql("select accounted_at is not null from sla.clock where id = ?")
                .param(clock)
                .query(Boolean.class)
                .single());
    }

    @Test
    void reopeningMayCountAnew() {
        here(SlaSettings.CHANGES, new ClockChange.Rules(List.of(new Row(ClockChange.REOPENED, null, Effect.RESTART))));
        var fault = opened();
        after(fault, new Fault.Regrade("LEVEL_I"), Duration.ofMinutes(1));
        after(fault, new Fault.Resolve(), Duration.ofMinutes(60));
        after(fault, new Fault.Reopen(), Duration.ofHours(30));
        assertThat(restore(fault).counted()).isZero();
        assertThat(restore(fault).startedAt()).isEqualTo(bench.now.plus(Duration.ofHours(30)));
    }

    @Test
    void theClockOfAVendorRunsWhileTheRecordWaitsForHimOnly() {
        promise(ClockName.VENDOR, "PT2H", List.of(), List.of());
        var fault = opened();
        after(fault, new Fault.Regrade("LEVEL_I"), Duration.ofMinutes(1));
        after(fault, new Fault.WaitFor("REQUESTER"), Duration.ofMinutes(10));
        after(fault, new Fault.Resume(), Duration.ofMinutes(20));
        assertThat(bench.asSystem(() -> bench.rows.of(fault.id().value()))).hasSize(3);

        var waiting = bench.write(fault.after(new Fault.WaitFor("VENDOR"), bench.now.plus(Duration.ofMinutes(30))));
        assertThat(waiting.nextDue())
                .as("what a vendor owes is not what we owe")
                .isNull();
        var vendor = bench.clock(fault, ClockName.VENDOR).state();
        assertThat(vendor.state()).isEqualTo(RUNNING);
        assertThat(bench.fold.dueAt(vendor)).isEqualTo(bench.now.plus(Duration.ofMinutes(150)));
        assertThat(restore(fault).state()).isEqualTo(PAUSED);

        after(fault, new Fault.Resume(), Duration.ofMinutes(60));
        assertThat(bench.clock(fault, ClockName.VENDOR).state().state()).isEqualTo(PAUSED);
        after(fault, new Fault.WaitFor("VENDOR"), Duration.ofMinutes(70));
        after(fault, new Fault.Resolve(), Duration.ofMinutes(170));
        var over = bench.clock(fault, ClockName.VENDOR).state();
        assertThat(over.state()).isEqualTo(STOPPED);
        assertThat(over.counted()).isEqualTo(Duration.ofMinutes(130));
        assertThat(over.outcome()).isEqualTo(Outcome.MISSED);

        after(fault, new Fault.Reopen(), Duration.ofMinutes(200));
        assertThat(bench.clock(fault, ClockName.VENDOR).state().state())
                .as("reopened, it does not wait for him yet")
                .isEqualTo(STOPPED);
        after(fault, new Fault.WaitFor("VENDOR"), Duration.ofMinutes(210));
        after(fault, new Fault.Resume(), Duration.ofMinutes(220));
        assertThat(bench.clock(fault, ClockName.VENDOR).state().counted()).isEqualTo(Duration.ofMinutes(140));
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aPauseLastsAsLongAsItMayAndThenTheTimeRunsAgainWhenEverItIsNoticed() {
        here(SlaSettings.PAUSES, new PauseLimits(List.of(new PauseLimits.Row("REQUESTER", null, HOUR))));
        var fault = new Fault(bench.unit, bench.now.minus(Duration.ofHours(5)));
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Regrade("LEVEL_I"), bench.now.minus(Duration.ofHours(5))));
        var from = bench.now.minus(Duration.ofHours(4));
        bench.write(fault.after(new Fault.WaitFor("REQUESTER"), from));
        assertThat(restore(fault).pausedUntil()).isEqualTo(from.plus(HOUR));

        bench.endPauses();
        var again = restore(fault);
        assertThat(again.state()).isEqualTo(RUNNING);
        assertThat(again.resumedAt()).isEqualTo(from.plus(HOUR));
        assertThat(bench.fold.dueAt(again)).isEqualTo(from.plus(HOUR.multipliedBy(2)));
        bench.everyClockIsTheFoldOverItsEvents(fault);
        bench.endPauses();
        assertThat(bench.clock(fault, ClockName.RESTORE).events())
                .as("once")
                .isEqualTo(bench.asSystem(() -> bench.rows.events(
                                bench.clock(fault, ClockName.RESTORE).id()))
                        .size());

        bench.write(fault.after(new Fault.Dispatch(), bench.now));
        assertThat(restore(fault).state())
                .as("it is not paused again while it waits on")
                .isEqualTo(RUNNING);
    }

    @Test
    void aCommandThatComesAfterThePauseWasOverLetsTheTimeRunFromThere() {
        here(SlaSettings.PAUSES, new PauseLimits(List.of(new PauseLimits.Row("REQUESTER", null, HOUR))));
        var fault = new Fault(bench.unit, bench.now.plus(Duration.ofDays(400)));
        bench.write(fault.opened());
        bench.write(fault.after(new Fault.Regrade("LEVEL_I"), fault.openedAt()));
        bench.write(fault.after(new Fault.WaitFor("REQUESTER"), fault.openedAt().plus(Duration.ofMinutes(10))));
        bench.write(fault.after(new Fault.Dispatch(), fault.openedAt().plus(HOUR.multipliedBy(3))));
        bench.write(fault.after(new Fault.Regrade("LEVEL_II"), fault.openedAt().plus(HOUR.multipliedBy(3))));
        assertThat(restore(fault).state()).isEqualTo(RUNNING);
        assertThat(bench.fold.counted(restore(fault), fault.openedAt().plus(HOUR.multipliedBy(3))))
                .isEqualTo(Duration.ofMinutes(120));
        bench.everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aReasonThatHasBeenUsedUpPausesNoMore() {
        here(SlaSettings.PAUSES, new PauseLimits(List.of(new PauseLimits.Row("REQUESTER", 1, null))));
        var fault = opened();
        after(fault, new Fault.WaitFor("REQUESTER"), Duration.ofMinutes(10));
        after(fault, new Fault.Resume(), Duration.ofMinutes(20));
        after(fault, new Fault.WaitFor("REQUESTER"), Duration.ofMinutes(30));
        assertThat(restore(fault).state()).isEqualTo(RUNNING);
        assertThat(bench.asSystem(() ->
                        bench.rows.events(bench.clock(fault, ClockName.RESTORE).id())))
                .extracting(ClockEvent::kind)
                .endsWith(ClockEvent.Kind.NO_PAUSE);
        after(fault, new Fault.Resume(), Duration.ofMinutes(40));
        after(fault, new Fault.WaitFor("SPARE_PART"), Duration.ofMinutes(50));
        assertThat(restore(fault).state()).isEqualTo(PAUSED);
    }

    @Test
    void whatMakesNoSenseIsNotAgreedTo() {
        var share = List.of(Map.of("line", 1, "percent", 60), Map.of("line", 2, "percent", 30));
        assertThatThrownBy(() -> typed(agreement("OLA", List.of(), share))).hasRootCauseInstanceOf(Refused.class);
        assertThatThrownBy(() -> typed(agreement("SLA", List.of(), share))).hasRootCauseInstanceOf(Refused.class);
        assertThatThrownBy(() -> typed(agreement("SLA", List.of(row("VENDOR", "PT2H")), List.of())))
                .hasRootCauseInstanceOf(Refused.class);
        for (var limit : List.of("P0D", "PT", "2h", "PT0H", "P1DT2H", "-PT2H"))
            assertThatThrownBy(() -> typed(agreement("SLA", List.of(row("RESTORE", limit)), List.of())))
                    .as(limit)
                    .hasRootCauseInstanceOf(Refused.class);
        typed(agreement("SLA", List.of(row("RESTORE", "PT2H30M")), List.of()));
        assertThat(restore(opened()).target().limit()).isEqualTo("PT2H30M");
    }

    private void typed(Object agreement) {
        bench.asSystem(() -> {
            bench.settings.change(
                    "sla.agreements", SettingScope.GLOBAL, Map.of("agreements", List.of(agreement)), null, "test");
            return null;
        });
    }

    private static Map<String, Object> row(String clock, String limit) {
        return Map.of(
                "clock",
                clock,
                "matters",
                List.of(),
                "classes",
                List.of(),
                "levels",
                List.of(),
                "priorities",
                List.of(),
                "limit",
                limit);
    }

    private static Map<String, Object> agreement(String kind, List<?> promises, List<?> shares) {
        return Map.of(
                "name",
                "协议",
                "kind",
                kind,
                "units",
                List.of(),
                "systems",
                List.of(),
                "leftOut",
                List.of(),
                "promises",
                promises,
                "shares",
                shares);
    }
}
