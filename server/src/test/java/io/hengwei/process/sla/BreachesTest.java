package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Missed limits: their list, why they were missed, and how they weigh against those that were kept.
@HengweiTest
class BreachesTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    ClockSweeper sweeper;

    @Autowired
    SettingAdministration settings;

    @Autowired
    TransactionTemplate transactions;

    private People people;
    private UnitId unit;
    private Client manager;

    @BeforeEach
    void aBranchWhoseFirstMeasureIsDueInAMoment() {
        people = new People(context);
        unit = people.branch();
        manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
        limit("PT1S");
    }

    private void limit(String limit) {
        for (var each : List.of("sla.response.level-iv", "sla.calendar.level-iv"))
            Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> settings.change(
                    each,
                    SettingScope.unit(unit.value()),
                    each.contains("calendar") ? "ALWAYS" : limit,
                    null,
                    "test")));
    }

    private String open() {
        return open(unit);
    }

    private String open(UnitId unit) {
        return "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_PERSON","effect":"MINOR",
             "urgency":"LOW","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now()));
    }

    private List<JsonNode> breaches(Client who, String query) {
        return who.get("/api/breaches?unit=" + unit + query)
                .path("rows")
                .valueStream()
                .toList();
    }

    private static String account(String breach, String measure) {
        return """
            {"breach":"%s","breachCause":"STAFF","reason":"当班只有一人","measure":"%s"}""".formatted(breach, measure);
    }

    private JsonNode missed() throws InterruptedException {
        open();
        Thread.sleep(Duration.ofMillis(1100));
        while (sweeper.sweep() > 0) continue;
        return breaches(manager, "&clock=RESPONSE").getFirst();
    }

    @Test
    void aMissedLimitIsListedUntilSomebodySaysWhyAndWhatIsDone() throws InterruptedException {
        var breach = missed();
        assertThat(breach.path("limit").asString()).isEqualTo("PT1S");
        assertThat(breach.path("record").path("title").asString()).isEqualTo("打印机不工作");
        assertThat(breaches(manager, "&accounted=false")).hasSize(1);
        var id = breach.path("id").asString();
        assertThat(manager.post("/api/breaches/accounts", account(id, "增加夜班一人")))
                .hasStatus(204);
        assertThat(breaches(manager, "&accounted=false")).isEmpty();
        assertThat(manager.post("/api/breaches/accounts", account(id, "夜班增加两人")))
                .hasStatus(204);
        assertThat(breaches(manager, "&breachCause=STAFF"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("measure").asString()).isEqualTo("夜班增加两人"));
        assertThat(breaches(manager, "&breachCause=VENDOR")).isEmpty();
        assertThat(breaches(manager, "&lacking=GROUP&lacking=SYSTEM")).hasSize(1);
        assertThat(breaches(manager, "&lacking=PRIORITY")).isEmpty();
        assertThat(breaches(manager, "&accounted=true")).hasSize(1);
        var story =
                manager.get("/api/records/" + breach.path("record").path("id").asString() + "/timeline");
        assertThat(story.toString()).contains("增加夜班一人", "夜班增加两人", "AccountForBreach");
    }

    @Test
    void whatIsOverIsStillAccountedForAndAppealedAgainst() throws InterruptedException {
        var breach = missed();
        var incident = "/api/incidents/" + breach.path("record").path("id").asString();
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"Cancel\",\"reason\":\"误报\"}",
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        var id = breach.path("id").asString();
        assertThat(manager.post("/api/breaches/accounts", account(id, "增加夜班一人")))
                .hasStatus(204);
        assertThat(manager.post(
                        "/api/appeals",
                        "{\"clock\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"停电\"}"
                                .formatted(
                                        id,
                                        manager.get(incident).path("openedAt").asString(),
                                        Instant.now())))
                .hasStatus(201);
        assertThat(manager.post(
                        "/api/records/" + breach.path("record").path("id").asString() + "/work-notes",
                        "{\"text\":\"x\"}"))
                .as("the record itself is read-only")
                .hasStatus(403);
    }

    @Test
    void whatWasNotMissedNeedsNoReasonAndStrangersSeeNothing() throws InterruptedException {
        var breach = missed();
        var stranger = Client.of(context, people.token(people.person(people.branch(), "INCIDENT_MANAGER")));
        assertThat(breaches(stranger, "")).isEmpty();
        var id = breach.path("id").asString();
        assertThat(stranger.post("/api/breaches/accounts", account(id, "无"))).hasStatus(404);
        var kept = manager.get(open()).path("clocks").get(2).path("id").asString();
        assertThat(manager.post("/api/breaches/accounts", account(kept, "无"))).hasStatus(409);
        assertThat(manager.post("/api/breaches/accounts", account(id, ""))).hasStatus(400);
    }

    @Test
    void complianceCountsJustTheBreachesThatTheListShows() throws InterruptedException {
        missed();
        missed();
        limit("PT8H");
        var incident = open();
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"Classify\",\"impact\":\"ONE_PERSON\",\"effect\":\"MINOR\",\"urgency\":\"LOW\"}",
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"RecordWork\",\"action\":\"已电话指导\",\"minutes\":1,\"startedAt\":\"%1$s\",\"endedAt\":\"%1$s\"}"
                                .formatted(Instant.now()),
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        var period = "&from=%s&to=%s"
                .formatted(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(3600));
        var chief = Client.of(context, people.token(people.person(unit, "OPS_MANAGER")));
        var compliance = chief.get("/api/compliance?clock=RESPONSE&unit=" + unit + period);
        assertThat(compliance.path("missed").asInt())
                .isEqualTo(breaches(manager, "&clock=RESPONSE").size());
        assertThat(compliance.path("met").asInt()).isEqualTo(1);
        assertThat(breaches(manager, "&clock=RESPONSE&met=true")).hasSize(1);
        assertThat(compliance.path("rate").asDouble()).isEqualTo(1.0 / 3);
        assertThat(compliance.path("byMonth")).singleElement().satisfies(month -> {
            assertThat(month.path("missed").asInt()).isEqualTo(2);
            var begin = Instant.parse(month.path("from").asString()).atZone(ZoneId.of("Asia/Shanghai"));
            assertThat(YearMonth.from(begin)).hasToString(month.path("month").asString());
            assertThat(breaches(
                            manager,
                            "&clock=RESPONSE&knownFrom=%s&knownTo=%s"
                                    .formatted(
                                            month.path("from").asString(),
                                            month.path("to").asString())))
                    .hasSize(2);
        });
        assertThat(compliance.path("byLevel").get(0).path("key").asString()).isEqualTo("LEVEL_IV");
        assertThat(compliance.path("byUnit").get(0).path("key").asString()).isEqualTo(unit.toString());
        assertThat(chief.ask("/api/compliance?clock=RESPONSE&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"))
                .hasStatus(400);
        var other = Client.of(context, people.token(people.person(people.branch(), "OPS_MANAGER")));
        assertThat(other.get("/api/compliance?clock=RESPONSE&unit=" + unit + period)
                        .path("missed")
                        .asInt())
                .isZero();
    }

    @Test
    void ofManyUnitsThoseThatMissedMostAreNamedAndTheTotalCountsAll() throws InterruptedException {
        for (int i = 0; i < 52; i++) open(people.unit(unit));
        var most = people.unit(unit);
        open(most);
        open(most);
        Thread.sleep(Duration.ofMillis(1100));
        while (sweeper.sweep() > 0) continue;
        var chief = Client.of(context, people.token(people.person(unit, "OPS_MANAGER")));
        var all = chief.get("/api/compliance?clock=RESPONSE");
        assertThat(all.path("missed").asInt()).isEqualTo(54);
        assertThat(all.path("byUnit")).hasSize(50);
        assertThat(all.path("byUnit").get(0).path("key").asString()).isEqualTo(most.toString());
    }
}
