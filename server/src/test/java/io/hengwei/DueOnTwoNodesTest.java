package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of limits fall due while two nodes watch one database, and one of them is killed amid it: none is lost,
/// none is noticed twice.
@Timeout(300)
class DueOnTwoNodesTest {
    private static final int CLOCKS = 6_000;

    /// Due within ten seconds from ten seconds on; every third has a step of escalation at 95 %.
    private static final String ALL_DUE_SOON = """
        with fault as (
            insert into record.record_card (id, kind, number, title, state, phase, turn, unit, opened_at, updated_at, version)
            select gen_random_uuid(), 'INCIDENT', 'DUE' || g, 'falls due', 'CLASSIFIED', 'OPEN', 'DESK', '%1$s', now(), now(), 1 from generate_series(1, %2$d) g
            returning id, substr(number, 4)::int as g),
        due as (select id as record, g, clock_timestamp() as since, (10000000 + 10000000.0 * g / %2$d)::bigint as us from fault),
        clock as (
            insert into sla.clock (id, record, unit, kind, name, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, started_at, resumed_at,
                due_at, next_check_at, warned_at, marks)
            select gen_random_uuid(), record, '%1$s', 'INCIDENT', 'RESTORE', 'PT1H', us, us, 'ALWAYS', 1, 'LEVEL_IV', 'B', false, since, since,
                since + us * interval '1 microsecond', since + us * interval '1 microsecond' * case when g %% 3 = 0 then 0.95 else 1 end, since, case when g %% 3 = 0 then '{190}' else '{}' end::int[]
            from due returning *)
        insert into sla.clock_event (clock, seq, kind, at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, marks)
        select id, 1, 'START', started_at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, marks from clock""";

    private static final String NOTICED = "select count(*) from sla.clock_event where kind = 'BREACH'";

    private Product first;
    private Product second;
    private String unit;

    @BeforeEach
    void twoNodesOnOneDatabase(@TempDir Path folder) throws Exception {
        first = Product.start(folder.resolve("first"), java.util.Map.of());
        second = Product.start(folder.resolve("second"), first.sharing());
        unit = NewCompany.in(first).unit();
    }

    @AfterEach
    void end() throws Exception {
        if (second != null) second.stop();
        if (first != null) first.kill();
    }

    @Test
    void noneIsLostAndNoneIsNoticedTwice() throws Exception {
        first.change(ALL_DUE_SOON.formatted(unit, CLOCKS));
        while (first.count(NOTICED) < CLOCKS / 3) Thread.sleep(20);
        first.killProgram();
        assertThat(first.count(NOTICED)).as("killed amid it").isLessThan(CLOCKS);
        while (first.count(NOTICED) < CLOCKS) Thread.sleep(100);
        var books = new Books(first);
        books.none("clocks whose breach is not exactly one event", """
            select count(*) from sla.clock c where c.breached_at is null or 1 <> (select count(*) from sla.clock_event e where e.clock = c.id and e.kind = 'BREACH')""");
        books.none("breaches that are not told exactly once", """
            select count(*) from sla.clock c where 1 <> (select count(*) from record.journal j where j.subject = c.record and j.command = 'ClockBreached')""");
        books.none("steps that were not taken exactly once", """
            select count(*) from sla.clock c where cardinality(c.marks) <> (select count(*) from sla.clock_event e where e.clock = c.id and e.kind = 'ESCALATE')
                or cardinality(c.marks) <> (select count(*) from record.journal j where j.subject = c.record and j.command = 'ClockEscalated')""");
        books.none("events out of their order", """
            select count(*) from sla.clock c where c.events <> (select count(*) from sla.clock_event e where e.clock = c.id)
                or c.events <> (select max(seq) from sla.clock_event e where e.clock = c.id)""");
        assertThat(first.count("select count(*) from sla.clock where cardinality(marks) = 1"))
                .isEqualTo(CLOCKS / 3);
    }
}
