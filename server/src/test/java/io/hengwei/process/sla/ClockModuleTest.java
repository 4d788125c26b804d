package io.hengwei.process.sla;

import static io.hengwei.platform.record.RecordClocks.State.CANCELLED;
import static io.hengwei.platform.record.RecordClocks.State.PAUSED;
import static io.hengwei.platform.record.RecordClocks.State.RUNNING;
import static io.hengwei.platform.record.RecordClocks.State.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.calendar.CalendarAdministration;
import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.CommandContributor.Context;
import io.hengwei.platform.record.CommandContributor.Contribution;
import io.hengwei.platform.record.RecordClocks;
import io.hengwei.platform.record.RecordClocks.Outcome;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class ClockModuleTest {
    private final UnitId unit = new UnitId(UUID.randomUUID());

    @Autowired
    ClockContributor contributor;

    @Autowired
    ClockSweeper sweeper;

    @Autowired
    ClockRows rows;

    @Autowired
    ClockFold fold;

    @Autowired
    RecordClocks clocks;

    @Autowired
    ClockController controller;

    @Autowired
    CalendarAdministration calendars;

    @Autowired
    SettingAdministration settings;

    @Autowired
    CalendarFollower follower;

    @Autowired
    Batch batch;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private <T> T asSystem(Callable<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private Contribution write(Context context) {
        return asSystem(() -> {
            var contribution = contributor.contribute(context);
            var all = new ArrayList<Statement>(contribution.statements());
            if (context.opening()) all.add(card(context));
            if (!all.isEmpty()) batch.run(all);
            return contribution;
        });
    }

    private static Statement card(Context context) {
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

    private RecordClock clock(Fault fault, ClockName name) {
        return asSystem(() -> rows.of(fault.id().value())).stream()
                .filter(c -> c.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private void everyClockIsTheFoldOverItsEvents(Fault fault) {
        for (var each : asSystem(() -> rows.of(fault.id().value()))) {
            var events = asSystem(() -> rows.events(each.id()));
            assertThat(fold.fold(events)).isEqualTo(each.state());
            assertThat(events).hasSize(each.events());
        }
    }

    private List<String> told(Fault fault) {
        return asSystem(() -> db.sql(
                        "select command || ' ' || (body ->> 'clock') from record.journal where subject = ? order by id")
                .param(fault.id().value())
                .query(String.class)
                .list());
    }

    @Test
    void anOpeningStartsThreeClocksAndTheCardIsDueWithTheFirst() {
        var fault = new Fault(unit, now);
        var contribution = write(fault.opened());
        assertThat(contribution.nextDue()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        var views = asSystem(() -> clocks.of(fault.id()));
        assertThat(views).extracting(RecordClocks.ClockView::name).containsExactly("CONFIRM", "RESPONSE", "RESTORE");
        assertThat(views).extracting(RecordClocks.ClockView::limit).containsExactly("PT10M", "EOD", "PT24H");
        assertThat(views).extracting(RecordClocks.ClockView::proposed).containsExactly(false, true, true);
        everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void handlingStopsWaitingPausesGradingRetargetsAndReopeningGoesOn() {
        var fault = new Fault(unit, now);
        write(fault.opened());
        write(fault.after(new Fault.Confirm(), now.plusSeconds(60)));
        assertThat(clock(fault, ClockName.CONFIRM).state().outcome()).isEqualTo(Outcome.MET);

        var graded = write(fault.after(new Fault.Regrade("LEVEL_I"), now.plusSeconds(600)));
        assertThat(graded.nextDue())
                .isEqualTo(now.plus(Duration.ofHours(1)).plus(uncounted(fault, ClockName.RESPONSE)));
        assertThat(clock(fault, ClockName.RESTORE).state().target().limit()).isEqualTo("PT2H");

        var waiting = write(fault.after(new Fault.Wait(), now.plusSeconds(1200)));
        assertThat(waiting.known()).isTrue();
        assertThat(waiting.nextDue()).isNull();
        assertThat(clock(fault, ClockName.RESTORE).state().state()).isEqualTo(PAUSED);

        write(fault.after(new Fault.Resume(), now.plusSeconds(9000)));
        assertThat(clock(fault, ClockName.RESTORE).state().state()).isEqualTo(RUNNING);
        write(fault.after(new Fault.RecordWork(), now.plusSeconds(9060)));
        assertThat(clock(fault, ClockName.RESPONSE).state().outcome()).isEqualTo(Outcome.MET);

        assertThat(write(fault.after(new Fault.Resolve(), now.plusSeconds(9120)))
                        .nextDue())
                .isNull();
        assertThat(clock(fault, ClockName.RESTORE).state().outcome()).isEqualTo(Outcome.MET);
        var counted = clock(fault, ClockName.RESTORE).state().counted();

        write(fault.after(new Fault.Reopen(), now.plusSeconds(20_000)));
        var again = clock(fault, ClockName.RESTORE).state();
        assertThat(again.state()).isEqualTo(RUNNING);
        assertThat(again.counted()).isEqualTo(counted);
        assertThat(clock(fault, ClockName.RESPONSE).state().state()).isEqualTo(STOPPED);
        everyClockIsTheFoldOverItsEvents(fault);
    }

    /// Before it was graded the fault counted office hours, which may not have been running.
    private Duration uncounted(Fault fault, ClockName name) {
        var events = asSystem(() -> rows.events(clock(fault, name).id()));
        return Duration.ofSeconds(600).minus(fold.counted(fold.fold(events.subList(0, 1)), now.plusSeconds(600)));
    }

    @Test
    void acommandThatMovesNoClockReadsAndWritesNothing() {
        var fault = new Fault(unit, now);
        write(fault.opened());
        assertThat(write(fault.after(new Fault.Rename(), now.plusSeconds(1)))).isEqualTo(Contribution.NONE);
    }

    @Test
    void cancellingEndsEveryClockWithoutAnOutcome() {
        var fault = new Fault(unit, now);
        write(fault.opened());
        assertThat(write(fault.after(new Fault.Cancel(), now.plusSeconds(5))).nextDue())
                .isNull();
        assertThat(clock(fault, ClockName.RESTORE).state().state()).isEqualTo(CANCELLED);
        assertThat(clock(fault, ClockName.RESTORE).state().outcome()).isNull();
        everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aBreachThatACommandMeetsFirstIsToldByTheCommand() {
        var opened = Instant.parse("2200-01-01T00:00:00Z").minus(Duration.ofDays(4000));
        var fault = new Fault(unit, opened);
        write(fault.opened());
        write(fault.after(new Fault.Confirm(), opened.plusSeconds(601)));
        assertThat(clock(fault, ClockName.CONFIRM).state().outcome()).isEqualTo(Outcome.MISSED);
        assertThat(told(fault)).containsExactly("ClockBreached CONFIRM");
        everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void warningAndBreachAreNoticedOnceAndTheClockRunsOn() {
        var fault = new Fault(unit, now.minus(Duration.ofMinutes(9)));
        write(fault.opened());
        sweepAll();
        sweepAll();
        assertThat(told(fault)).contains("ClockWarned CONFIRM").doesNotContain("ClockBreached CONFIRM");

        var late = new Fault(unit, now.minus(Duration.ofMinutes(11)));
        write(late.opened());
        sweepAll();
        sweepAll();
        assertThat(told(late).stream().filter("ClockBreached CONFIRM"::equals)).hasSize(1);
        assertThat(told(late)).doesNotContain("ClockWarned CONFIRM");
        assertThat(clock(late, ClockName.CONFIRM).state().state()).isEqualTo(RUNNING);
        everyClockIsTheFoldOverItsEvents(late);
        write(late.after(new Fault.Confirm(), now.plusSeconds(60)));
        assertThat(clock(late, ClockName.CONFIRM).state().outcome()).isEqualTo(Outcome.MISSED);
        everyClockIsTheFoldOverItsEvents(late);
    }

    @Test
    void manyNodesNoticeEveryBreachExactlyOnce() throws Exception {
        var faults = new ArrayList<Fault>();
        asSystem(() -> {
            for (int i = 0; i < 700; i++) {
                var fault = new Fault(unit, now.minus(Duration.ofDays(30)));
                faults.add(fault);
                var all = new ArrayList<Statement>(
                        contributor.contribute(fault.opened()).statements());
                all.add(card(fault.opened()));
                batch.run(all);
            }
            return true;
        });
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) nodes.submit(this::sweepAll);
        }
        sweepAll();
        var ids = faults.stream().map(f -> f.id().value()).toArray(UUID[]::new);
        var lines = asSystem(
                () -> db.sql("select count(*) from record.journal where command = 'ClockBreached' and subject = any(?)")
                        .param(ids)
                        .query(Long.class)
                        .single());
        var events = asSystem(() -> db.sql(
                        "select count(*) from sla.clock_event e join sla.clock c on c.id = e.clock where e.kind in ('WARN', 'BREACH') and c.record = any(?)")
                .param(ids)
                .query(Long.class)
                .single());
        assertThat(lines).isEqualTo(2100);
        assertThat(events).isEqualTo(2100);
        everyClockIsTheFoldOverItsEvents(faults.getFirst());
    }

    @Test
    void aNewVersionOfTheCalendarMovesWhatIsStillDue() {
        var id = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        asSystem(() -> calendars.publish(id, "test", CalendarDefinition.always(ZoneOffset.UTC), "test", Instant.EPOCH));
        var fault = new Fault(unit, now.minusSeconds(60));
        asSystem(() -> {
            settings.change(
                    SlaSettings.CALENDAR_IV, SettingScope.unit(fault.unit().value()), id, Instant.EPOCH, "test");
            return true;
        });
        write(fault.opened());
        follower.follow();
        var before = clock(fault, ClockName.RESTORE).state();
        asSystem(() -> calendars.publish(
                id, "test", CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00"), "test", now.minusSeconds(1)));
        follower.follow();
        var after = clock(fault, ClockName.RESTORE).state();
        assertThat(after.target().calendarVersion()).isEqualTo(2);
        assertThat(after.counted()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(fold.dueAt(after)).isAfter(fold.dueAt(before));
        everyClockIsTheFoldOverItsEvents(fault);
    }

    @Test
    void aClockThatSomebodyMovesWhileItsCalendarChangesFollowsTheNextTime() throws Exception {
        var id = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        asSystem(() -> calendars.publish(id, "test", CalendarDefinition.always(ZoneOffset.UTC), "test", Instant.EPOCH));
        var faults = List.of(new Fault(unit, now.minusSeconds(60)), new Fault(unit, now.minusSeconds(60)));
        asSystem(() -> {
            settings.change(SlaSettings.CALENDAR_IV, SettingScope.unit(unit.value()), id, Instant.EPOCH, "test");
            return true;
        });
        faults.forEach(fault -> write(fault.opened()));
        var held = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        try (var somebody = Executors.newSingleThreadExecutor()) {
            somebody.submit(() -> asSystem(() -> {
                rows.locked(faults.getFirst().id().value());
                held.countDown();
                return letGo.await(30, TimeUnit.SECONDS);
            }));
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            asSystem(() -> calendars.publish(
                    id,
                    "test",
                    CalendarDefinition.weekdays(ZoneOffset.UTC, "00:00-01:00"),
                    "test",
                    now.minusSeconds(1)));
            follower.follow();
            assertThat(versions(faults))
                    .as("nobody waits for the one that is held")
                    .containsExactly(1, 2);
            letGo.countDown();
        }
        follower.follow();
        assertThat(versions(faults)).containsExactly(2, 2);
        faults.forEach(this::everyClockIsTheFoldOverItsEvents);
        follower.follow();
        assertThat(asSystem(() ->
                        rows.events(clock(faults.getFirst(), ClockName.RESTORE).id())))
                .as("a version is taken once")
                .extracting(ClockEvent::kind)
                .containsExactly(ClockEvent.Kind.START, ClockEvent.Kind.RETARGET);
    }

    private List<Integer> versions(List<Fault> faults) {
        return faults.stream()
                .map(fault -> clock(fault, ClockName.RESTORE).state().target().calendarVersion())
                .toList();
    }

    @Test
    void aClockExplainsItself() {
        var fault = new Fault(unit, now.minus(Duration.ofMinutes(5)));
        write(fault.opened());
        var explanation = asSystem(
                () -> controller.explain(clock(fault, ClockName.CONFIRM).id()));
        assertThat(explanation.events())
                .extracting(ClockExplanation.Event::detail)
                .containsExactly("PT10M, LEVEL_IV A, ALWAYS/1");
        assertThat(explanation.segments())
                .singleElement()
                .satisfies(s -> assertThat(s.minutes()).isEqualTo(5));
    }

    private void sweepAll() {
        while (sweeper.sweep() > 0) continue;
    }
}
