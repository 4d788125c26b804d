package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.CalendarDrafts;
import io.hengwei.platform.calendar.CalendarLayer;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.process.sla.ClockChange.Effect;
import io.hengwei.process.sla.ClockChange.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Clocks of the past live once more: by the rules they had they come to what they came to.
@HengweiTest
class BackTestTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Targets targets;

    @AutoClose
    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    /// A fault with a random life, and what was known of it when.
    private record Life(Fault fault, List<Replay.Fact> facts) {}

    /// Some time of a week, to the microsecond.
    private Instant begun(int seed) {
        return bench.now
                .minus(Duration.ofDays(30))
                .plus(Duration.ofMinutes(167).plusNanos(1_001_000).multipliedBy(seed));
    }

    private Life lived(Random random, Instant start) {
        var fault = new Fault(bench.unit, start);
        var facts = new ArrayList<Replay.Fact>();
        bench.write(fault.opened());
        var at = start;
        for (int i = random.nextInt(2, 9); i > 0; i--) {
            at = at.plusSeconds(60L * random.nextInt(1, 900));
            var command = next(random, fault, at, facts);
            bench.write(fault.after(command, at));
        }
        return new Life(fault, facts);
    }

    private static Fault.Command next(Random random, Fault fault, Instant at, List<Replay.Fact> facts) {
        if (fault.state() == Fault.State.RESTORED) return new Fault.Reopen();
        if (random.nextInt(8) == 0) return new Fault.Resolve();
        if (random.nextInt(3) == 0)
            return fault.state() == Fault.State.WAITING
                    ? new Fault.Resume()
                    : new Fault.WaitFor(random.nextBoolean() ? "VENDOR" : "REQUESTER");
        if (random.nextBoolean()) {
            var level = other(random, List.of("LEVEL_I", "LEVEL_II", "LEVEL_III", "LEVEL_IV"), fault.level());
            facts.add(new Replay.Fact(at, "level", level));
            return new Fault.Regrade(level);
        }
        var priority = other(random, List.of("P1", "P2", "P3", "P4"), fault.priority());
        facts.add(new Replay.Fact(at, "priority", priority));
        return new Fault.Prioritise(priority);
    }

    private static String other(Random random, List<String> of, String than) {
        var one = of.get(random.nextInt(of.size()));
        return one.equals(than) ? other(random, of, than) : one;
    }

    private void rules(ClockChange.Rules changes) {
        bench.asSystem(() -> {
            var unit = SettingScope.unit(bench.unit.value());
            bench.settings.change(SlaSettings.CHANGES, unit, changes, null, "test");
            bench.settings.change(
                    SlaSettings.PAUSES,
                    unit,
                    new PauseLimits(List.of(new PauseLimits.Row("REQUESTER", 2, Duration.ofHours(3)))),
                    null,
                    "test");
            return null;
        });
    }

    @Test
    void byTheRulesTheyHadTheyComeToTheSame() {
        var strict = new ClockChange.Rules(List.of(
                new Row(ClockChange.LEVEL, ClockName.RESTORE, Effect.RESTART),
                new Row(ClockChange.LEVEL, null, Effect.RETARGET),
                new Row(ClockChange.REOPENED, null, Effect.RESTART)));
        for (var changes : List.of(ClockChange.Rules.STANDARD, strict)) {
            rules(changes);
            for (int seed = 0; seed < 60; seed++) comesToTheSame(lived(new Random(seed), begun(seed)), seed);
        }
    }

    private void comesToTheSame(Life life, int seed) {
        bench.endPauses();
        for (var clock : bench.asSystem(() -> bench.rows.of(life.fault().id().value()))) {
            var events = bench.asSystem(() -> bench.rows.events(clock.id()));
            var about = Bearings.of(life.fault());
            var again = bench.asSystem(() -> new Replay(bench.fold, targets, clock.name(), about, events, life.facts())
                    .run(clock.state().isOver() ? bench.now : lastOf(events)));
            var was = clock.state();
            var name = "seed %d %s %s"
                    .formatted(
                            seed,
                            clock.name(),
                            events.stream().map(ClockEvent::kind).toList());
            assertThat(again.state()).as(name).isEqualTo(was.state());
            assertThat(again.outcome()).as(name).isEqualTo(was.outcome());
            assertThat(again.counted()).as(name).isEqualTo(was.counted());
            assertThat(again.target().limit()).as(name).isEqualTo(was.target().limit());
            if (was.isOver()) assertThat(again.breachedAt()).as(name).isEqualTo(was.breachedAt());
        }
    }

    /// What is proposed is what would have been: the same lives, once replayed by other rules and a drafted
    /// calendar, once lived by them.
    @Test
    void byOtherRulesTheyComeToWhatTheyWouldHaveComeTo() {
        var start = begun(0);
        var drafted = "DRAFT" + People.number();
        bench.asSystem(() -> bench.calendars.publish(
                drafted, CalendarDefinition.weekdays(ZoneId.of("Asia/Shanghai"), "09:00-12:00", "13:30-18:00"), start));
        countBy(drafted);
        rules(ClockChange.Rules.STANDARD);
        var lives = IntStream.range(0, 60)
                .mapToObj(seed -> lived(new Random(seed), begun(seed)))
                .toList();
        bench.endPauses();

        var strict = new ClockChange.Rules(List.of(
                new Row(ClockChange.LEVEL, null, Effect.RESTART),
                new Row(ClockChange.REOPENED, null, Effect.RETARGET)));
        var other = CalendarDefinition.always(ZoneId.of("Asia/Tokyo"));
        var layer =
                new CalendarLayer(null, other.zone(), other.weekly(), Map.of(), Map.of(), List.of(), Set.of(), 24 * 60);
        var proposed = bench.asSystem(() -> targets.proposing(
                new ProposedRules.Proposal(null, strict, Map.of()),
                context.getBean(CalendarDrafts.class).of(Map.of(drafted, layer))));
        var replayed = lives.stream().map(life -> replayed(life, proposed)).toList();

        var lived = "LIVED" + People.number();
        bench.asSystem(() -> bench.calendars.publish(lived, other, start));
        countBy(lived);
        rules(strict);
        for (int seed = 0; seed < lives.size(); seed++) {
            var would = outcomes(lived(new Random(seed), begun(seed)));
            for (var name : would.keySet())
                assertThat(replayed.get(seed)).as("seed %d", seed).containsEntry(name, would.get(name));
        }
        assertThat(replayed)
                .as("something was different")
                .isNotEqualTo(lives.stream().map(this::outcomes).toList());
    }

    private void countBy(String calendar) {
        for (var setting : List.of(
                SlaSettings.CALENDAR_CONFIRM,
                SlaSettings.CALENDAR_I,
                SlaSettings.CALENDAR_II,
                SlaSettings.CALENDAR_III,
                SlaSettings.CALENDAR_IV))
            bench.asSystem(() -> {
                bench.settings.change(setting, SettingScope.unit(bench.unit.value()), calendar, null, "test");
                return null;
            });
    }

    private Map<ClockName, String> replayed(Life life, Targets proposed) {
        return bench.asSystem(() -> bench.rows.of(life.fault().id().value())).stream()
                .collect(Collectors.toMap(
                        RecordClock::name,
                        clock -> bench.asSystem(() -> standing(new Replay(
                                        proposed.fold(),
                                        proposed,
                                        clock.name(),
                                        Bearings.of(life.fault()),
                                        bench.rows.events(clock.id()),
                                        life.facts())
                                .run(bench.now)))));
    }

    /// Of clocks that are over.
    private Map<ClockName, String> outcomes(Life life) {
        bench.endPauses();
        return bench.asSystem(() -> bench.rows.of(life.fault().id().value())).stream()
                .filter(clock -> clock.state().isOver())
                .collect(Collectors.toMap(RecordClock::name, clock -> standing(clock.state())));
    }

    private static String standing(ClockState state) {
        return "%s %s %s %s"
                .formatted(state.outcome(), state.counted(), state.target().limit(), state.breachedAt());
    }

    private static Instant lastOf(List<ClockEvent> events) {
        return events.getLast().at();
    }

    @Test
    void whatAShorterLimitWouldHaveMissedStandsBesideWhatWas() {
        var people = new People(context);
        var unit = people.branch();
        var manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
        var chief = Client.of(context, people.token(people.person(unit, "OPS_MANAGER")));
        var incident = "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_PERSON","effect":"MINOR",
             "urgency":"LOW","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now()));
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"Confirm\"}",
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        var same = run(chief, unit.toString(), "{}", "null");
        assertThat(same.path("clocks").asLong()).isEqualTo(1);
        assertThat(same.path("pairs").get(0).path("was").asString()).isEqualTo("MET");
        assertThat(same.path("pairs").get(0).path("would").asString()).isEqualTo("MET");
        assertThat(same.path("changed")).isEmpty();

        var promise =
                "{\"agreements\":[{\"name\":\"零等待\",\"kind\":\"SLA\",\"units\":[],\"systems\":[],\"leftOut\":[],\"promises\":[{\"clock\":\"CONFIRM\",\"matters\":[\"CONSULTATION\"],\"classes\":[],\"levels\":[],\"priorities\":[],\"limit\":\"PT1H\"}],\"shares\":[]}]}";
        assertThat(run(chief, unit.toString(), "{}", promise).path("changed"))
                .as("a fault is no consultation")
                .isEmpty();
        var other = run(chief, unit.toString(), "{\"sla.confirm\":\"PT0.001S\"}", "null");
        assertThat(other.path("changed").get(0).path("would").asString()).isEqualTo("MISSED");
        assertThat(other.path("changed").get(0).path("limitThen").asString()).isEqualTo("PT0.001S");
        var closed =
                "{\"base\":null,\"zone\":\"Asia/Shanghai\",\"weekly\":{\"%s\":[\"09:00-18:00\"]},\"holidays\":{},\"makeUpDays\":{},\"oneOffs\":[],\"years\":[]}"
                        .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                .minusDays(3)
                                .getDayOfWeek());
        var drafted = "{\"sla.confirm\":\"PT0.001S\"},\"calendars\":{\"ALWAYS\":%s},\"changes\":{\"rows\":[]}"
                .formatted(closed);
        assertThat(run(chief, unit.toString(), drafted, "null").path("changed"))
                .as("nothing is counted today")
                .isEmpty();
        assertThat(chief.post(
                        "/api/targets/backtest", body(unit.toString(), "{},\"calendars\":{\"ALWAYS\":{}}", "null")))
                .hasStatus(400);
        assertThat(chief.post("/api/targets/backtest", body(unit.toString(), "{\"sla.warning\":\"1\"}", "null")))
                .hasStatus(400);
        assertThat(chief.post("/api/targets/backtest", body(unit.toString(), "{\"sla.confirm\":\"soon\"}", "null")))
                .hasStatus(400);
        var stranger = Client.of(context, people.token(people.person(people.branch(), "OPS_MANAGER")));
        assertThat(run(stranger, unit.toString(), "{}", "null").path("clocks").asLong())
                .isZero();
    }

    private static JsonNode run(Client who, String unit, String figures, String agreements) {
        var answer = who.post("/api/targets/backtest", body(unit, figures, agreements));
        assertThat(answer).hasStatusOk();
        return Client.tree(answer);
    }

    private static String body(String unit, String figures, String agreements) {
        return "{\"clock\":\"CONFIRM\",\"from\":\"%s\",\"to\":\"%s\",\"unit\":\"%s\",\"agreements\":%s,\"figures\":%s}"
                .formatted(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(60), unit, agreements, figures);
    }
}
