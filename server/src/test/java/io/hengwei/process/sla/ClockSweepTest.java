package io.hengwei.process.sla;

import static io.hengwei.platform.record.RecordClocks.State.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.record.RecordClocks.Outcome;
import io.hengwei.platform.record.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What time alone does to clocks.
@HengweiTest
class ClockSweepTest {
    @Autowired
    ApplicationContext context;

    @AutoClose
    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    @Test
    void warningAndBreachAreNoticedOnceAndTheClockRunsOn() {
        var fault = new Fault(bench.unit, bench.now.minus(Duration.ofMinutes(9)));
        bench.write(fault.opened());
        bench.sweepAll();
        bench.sweepAll();
        assertThat(bench.told(fault)).contains("ClockWarned CONFIRM").doesNotContain("ClockBreached CONFIRM");

        var late = new Fault(bench.unit, bench.now.minus(Duration.ofMinutes(11)));
        bench.write(late.opened());
        bench.sweepAll();
        bench.sweepAll();
        assertThat(bench.told(late).stream().filter("ClockBreached CONFIRM"::equals))
                .hasSize(1);
        assertThat(bench.told(late)).doesNotContain("ClockWarned CONFIRM");
        assertThat(bench.clock(late, ClockName.CONFIRM).state().state()).isEqualTo(RUNNING);
        bench.everyClockIsTheFoldOverItsEvents(late);
        bench.write(late.after(new Fault.Confirm(), bench.now.plusSeconds(60)));
        assertThat(bench.clock(late, ClockName.CONFIRM).state().outcome()).isEqualTo(Outcome.MISSED);
        bench.everyClockIsTheFoldOverItsEvents(late);
    }

    @Test
    void whatIsNotDueAfterAllIsLookedAtWhenItIs() {
        var fault = new Fault(bench.unit, bench.now);
        bench.write(fault.opened());
        var clock = bench.clock(fault, ClockName.CONFIRM);
        bench.asSystem(() -> bench.db
                .sql("update sla.clock set next_check_at = now() - interval '1 hour' where id = ?")
                .param(clock.id())
                .update());
        bench.sweepAll();
        assertThat(bench.told(fault)).isEmpty();
        bench.everyClockIsTheFoldOverItsEvents(fault);
        var next = bench.asSystem(() -> bench.db
                .sql("select next_check_at > now() from sla.clock where id = ?")
                .param(clock.id())
                .query(Boolean.class)
                .single());
        assertThat(next).isTrue();
    }

    @Test
    void manyNodesNoticeEveryBreachExactlyOnce() throws Exception {
        var faults = new ArrayList<Fault>();
        bench.asSystem(() -> {
            for (int i = 0; i < 700; i++) {
                var fault = new Fault(bench.unit, bench.now.minus(Duration.ofDays(30)));
                faults.add(fault);
                var all = new ArrayList<Statement>(
                        bench.contributor.contribute(fault.opened()).statements());
                all.add(ClockBench.card(fault.opened()));
                bench.batch.run(all);
            }
            return true;
        });
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) nodes.submit(bench::sweepAll);
        }
        bench.sweepAll();
        var ids = faults.stream().map(f -> f.id().value()).toArray(UUID[]::new);
        var lines = bench.asSystem(() -> bench.db
                .sql("select count(*) from record.journal where command = 'ClockBreached' and subject = any(?)")
                .param(ids)
                .query(Long.class)
                .single());
        var events = bench.asSystem(() -> bench.db
                .sql(
                        "select count(*) from sla.clock_event e join sla.clock c on c.id = e.clock where e.kind in ('WARN', 'BREACH') and c.record = any(?)")
                .param(ids)
                .query(Long.class)
                .single());
        assertThat(lines).isEqualTo(2100);
        assertThat(events).isEqualTo(2100);
        bench.everyClockIsTheFoldOverItsEvents(faults.getFirst());
    }
}
