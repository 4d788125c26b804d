package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of limits fall due while two nodes watch one database, and one of them is killed amid a set that it has
/// taken: none is lost, none is noticed twice.
@Timeout(300)
class DueOnTwoNodesTest {
    private static final int CLOCKS = 6_000;

    /// Due within ten seconds from ten seconds on. A third has a step of escalation at 95 %, a third one more at 100 %,
    /// which is taken together with the breach.
    private static final String ALL_DUE_SOON = """
        with fault as (
            insert into incident.incident (id, version, number, title, description, state, unit, opened_at, updated_at, kind, channel, occurred_at, impact, effect, urgency, priority,
                reopen_count, reassignment_count, effort_minutes, awaited_requester, left_first_line)
            select gen_random_uuid(), 1, 'DUE' || g, 'falls due', 'falls due', 'RECORDED', '%1$s', now(), now(), 'FAULT', 'HOTLINE', now(), 'ONE_UNIT', 'IMPAIRED', 'MEDIUM', 'P3', 0, 0, 0, false, false
            from generate_series(1, %2$d) g returning *),
        card as (
            insert into record.record_card (id, kind, number, title, state, phase, turn, priority, unit, opened_at, updated_at, version)
            select id, 'INCIDENT', number, title, state, 'OPEN', 'DESK', priority, unit, opened_at, updated_at, version from fault
            returning id, substr(number, 4)::int as g),
        due as (select id as record, g, clock_timestamp() as since, (10000000 + 10000000.0 * g / %2$d)::bigint as us from card),
        clock as (
            insert into sla.clock (id, record, unit, kind, name, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, started_at, resumed_at,
                due_at, next_check_at, warned_at, marks)
            select gen_random_uuid(), record, '%1$s', 'INCIDENT', 'RESTORE', 'PT1H', us, us, 'ALWAYS', 1, 'LEVEL_IV', 'B', false, since, since,
                since + us * interval '1 microsecond', since + us * interval '1 microsecond' * case when g %% 3 = 0 then 1 else 0.95 end, since, (array['{}', '{190}', '{190,200}'])[1 + g %% 3]::int[]
            from due returning *)
        insert into sla.clock_event (clock, seq, kind, at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, marks)
        select id, 1, 'START', started_at, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, marks from clock""";

    private static final String NOTICED = "select count(*) from sla.clock_event where kind = 'BREACH'";
    private static final String BY_THE_FIRST = NOTICED + " and node = 'hengwei'";
    private static final String BY_THE_SECOND = NOTICED + " and node = 'second'";

    /// The first has taken a set, and cannot write what it noticed.
    private static final String FIRST_IS_AMID_A_SET =
            "select count(*) from pg_stat_activity where application_name = 'hengwei' and wait_event_type = 'Lock' and query like '%sla.clock_event%'";

    private Product first;
    private Product second;
    private String unit;

    @BeforeEach
    void twoNodesOnOneDatabase(@TempDir Path folder) throws Exception {
        first = Product.start(folder.resolve("first"), Map.of());
        var sharing = new HashMap<>(first.sharing());
        sharing.compute("hengwei.database.url", (ignored, url) -> url + "?ApplicationName=second");
        second = Product.start(folder.resolve("second"), sharing);
        unit = NewCompany.in(first).unit();
        first.change("alter table sla.clock_event add column node text default current_setting('application_name')");
    }

    @AfterEach
    void end() throws Exception {
        if (second != null) second.stop();
        if (first != null) first.kill();
    }

    @Test
    void noneIsLostAndNoneIsNoticedTwice() throws Exception {
        first.change(ALL_DUE_SOON.formatted(unit, CLOCKS));
        while (first.count(NOTICED) < CLOCKS / 3 || first.count(BY_THE_FIRST) == 0) Thread.sleep(20);
        var byTheFirst = killTheFirstAmidASet();
        while (first.count(NOTICED) < CLOCKS) Thread.sleep(100);
        assertThat(first.count(BY_THE_FIRST)).as("after it was killed").isEqualTo(byTheFirst);
        assertThat(first.count(BY_THE_SECOND)).as("all the rest").isEqualTo(CLOCKS - byTheFirst);
        everyBreachIsToldOnce();
        everyStepIsTakenOnce();
    }

    /// @return how many it had noticed
    private long killTheFirstAmidASet() throws Exception {
        try (var holding = first.database();
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table sla.clock_event in share mode");
            while (first.count(FIRST_IS_AMID_A_SET) == 0) Thread.sleep(20);
            first.killProgram();
            assertThat(first.count(NOTICED)).as("killed amid it").isBetween(CLOCKS / 10L, CLOCKS * 9L / 10);
            return first.count(BY_THE_FIRST);
        }
    }

    private void everyBreachIsToldOnce() throws Exception {
        var books = new Books(first);
        books.none("clocks whose breach is not exactly one event", """
            select count(*) from sla.clock c where c.breached_at is null or 1 <> (select count(*) from sla.clock_event e where e.clock = c.id and e.kind = 'BREACH')""");
        books.none("breaches that are not told exactly once", """
            select count(*) from sla.clock c where 1 <> (select count(*) from record.journal j where j.subject = c.record and j.command = 'ClockBreached')""");
        books.none("events out of their order", """
            select count(*) from sla.clock c where c.events <> (select count(*) from sla.clock_event e where e.clock = c.id)
                or c.events <> (select max(seq) from sla.clock_event e where e.clock = c.id)""");
    }

    private void everyStepIsTakenOnce() throws Exception {
        var books = new Books(first);
        books.none("steps that were not taken exactly once", """
            select count(*) from sla.clock c, unnest(c.marks) step
            where 1 <> (select count(*) from sla.clock_event e where e.clock = c.id and e.kind = 'ESCALATE' and e.mark = step)
                or 1 <> (select count(*) from record.journal j where j.subject = c.record and j.command = 'ClockEscalated' and (j.body ->> 'percent')::int * 2 = step)""");
        books.none("clocks with other steps than theirs", """
            select count(*) from sla.clock c where c.taken <> c.marks
                or cardinality(c.marks) <> (select count(*) from sla.clock_event e where e.clock = c.id and e.kind = 'ESCALATE')
                or cardinality(c.marks) <> (select count(*) from record.journal j where j.subject = c.record and j.command = 'ClockEscalated')""");
        assertThat(first.count("select count(*) from sla.clock_event where kind = 'ESCALATE'"))
                .isEqualTo(CLOCKS);
    }
}
