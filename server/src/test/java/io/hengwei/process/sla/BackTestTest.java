package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.process.sla.ClockChange.Effect;
import io.hengwei.process.sla.ClockChange.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    ClockBench bench;

    @BeforeEach
    void faults() {
        bench = new ClockBench(context);
    }

    /// A fault with a random life, and what was known of it when.
    private record Life(Fault fault, List<Replay.Fact> facts) {}

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
            for (int seed = 0; seed < 60; seed++)
                comesToTheSame(lived(new Random(seed), bench.now.minusSeconds(86_400L * 30)), seed);
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
