package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.TestCalendars;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.CommandContributor.Context;
import io.hengwei.platform.record.CommandContributor.Contribution;
import io.hengwei.platform.record.RecordClocks;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Faults with their clocks, and all that moves these. As long as it is open nobody else does: lives of the past are
/// due
/// at once for the program's own loops, which would come between two of their events.
class ClockBench implements AutoCloseable {
    final UnitId unit = new UnitId(UUID.randomUUID());
    final ClockContributor contributor;
    final ClockSweeper sweeper;
    final PauseEnder pauses;
    final ClockRows rows;
    final ClockFold fold;
    final RecordClocks clocks;
    final ClockController controller;
    final TestCalendars calendars;
    final SettingAdministration settings;
    final CalendarFollower follower;
    final Batch batch;
    final JdbcClient db;
    final TransactionTemplate transactions;
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final List<Loop> loops;

    ClockBench(ApplicationContext context) {
        contributor = context.getBean(ClockContributor.class);
        sweeper = context.getBean(ClockSweeper.class);
        pauses = context.getBean(PauseEnder.class);
        rows = context.getBean(ClockRows.class);
        fold = context.getBean(ClockFold.class);
        clocks = context.getBean(RecordClocks.class);
        controller = context.getBean(ClockController.class);
        calendars = new TestCalendars(context);
        settings = context.getBean(SettingAdministration.class);
        follower = context.getBean(CalendarFollower.class);
        batch = context.getBean(Batch.class);
        db = context.getBean(JdbcClient.class);
        transactions = context.getBean(TransactionTemplate.class);
        loops = Stream.of("clockLoop", "pauseLoop", "calendarLoop")
                .map(name -> context.getBean(name, Loop.class))
                .toList();
        loops.forEach(Loop::stop);
    }

    @Override
    public void close() {
        loops.forEach(Loop::start);
    }

    <T> T asSystem(Callable<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    Contribution write(Context context) {
        return asSystem(() -> {
            var contribution = contributor.contribute(context);
            var all = new ArrayList<Statement>(contribution.statements());
            if (context.opening()) all.add(card(context));
            if (!all.isEmpty()) batch.run(all);
            return contribution;
        });
    }

    static Statement card(Context context) {
        var at = context.at().atOffset(ZoneOffset.UTC);
        return Statement.of(
                """
            insert into record.record_card (id, kind, number, title, state, phase, turn, unit, opened_at, updated_at, version)
            values (?, 'INCIDENT', ?, 'fault', 'NEW', 'OPEN', 'DESK', ?, ?, ?, 1)""",
                context.record().id().value(),
                context.record().number(),
                context.record().unit().value(),
                at,
                at);
    }

    RecordClock clock(Fault fault, ClockName name) {
        return asSystem(() -> rows.of(fault.id().value())).stream()
                .filter(c -> c.name() == name)
                .findFirst()
                .orElseThrow();
    }

    void everyClockIsTheFoldOverItsEvents(Fault fault) {
        for (var each : asSystem(() -> rows.of(fault.id().value()))) {
            var events = asSystem(() -> rows.events(each.id()));
            assertThat(fold.fold(events)).isEqualTo(each.state());
            assertThat(events).hasSize(each.events());
        }
    }

    List<String> told(Fault fault) {
        return asSystem(() -> db.sql(
                        "select command || ' ' || (body ->> 'clock') from record.journal where subject = ? order by id")
                .param(fault.id().value())
                .query(String.class)
                .list());
    }

    void endPauses() {
        while (pauses.end() > 0) continue;
    }

    ClockExplanation explain(RecordClock clock) {
        return ClockExplanation.of(rows.events(clock.id()), fold, Map.of(), name -> name, now);
    }

    void followAll() {
        while (follower.follow()) continue;
    }

    void sweepAll() {
        while (sweeper.sweep() > 0) continue;
    }
}
