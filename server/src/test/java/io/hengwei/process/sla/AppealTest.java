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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody says that a stretch should not have been counted; somebody else decides.
@HengweiTest
class AppealTest {
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
    private Client chief;
    private String incident;
    private String clock;
    private Instant opened;

    @BeforeEach
    void aFaultWhoseFirstMeasureCameTooLate() throws InterruptedException {
        people = new People(context);
        unit = people.branch();
        manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
        chief = Client.of(context, people.token(people.person(unit, "OPS_MANAGER")));
        set("sla.response.level-iv", "PT1S");
        set("sla.calendar.level-iv", "ALWAYS");
        incident = "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_PERSON","effect":"MINOR",
             "urgency":"LOW","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now()));
        var view = manager.get(incident);
        clock = view.path("clocks").get(1).path("id").asString();
        opened = Instant.parse(view.path("openedAt").asString());
        Thread.sleep(1_100);
        while (sweeper.sweep() > 0) continue;
    }

    private void set(String key, String value) {
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> settings.change(key, SettingScope.unit(unit.value()), value, null, "test")));
    }

    private String appeal(Instant from, Instant to) {
        return "{\"clock\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"门禁故障，无法进入机房\"}".formatted(clock, from, to);
    }

    private String lodged() {
        return "/api/appeals/" + manager.make("/api/appeals", appeal(opened, opened.plusMillis(900)));
    }

    private static String word(String command) {
        return "{\"command\":\"%s\",\"opinion\":\"门禁记录属实\"}".formatted(command);
    }

    private List<String> kinds() {
        return manager.get("/api/clocks/" + clock + "/explanation")
                .path("segments")
                .valueStream()
                .map(segment -> segment.path("kind").asString())
                .toList();
    }

    private boolean isMissed() {
        return manager.get("/api/breaches?unit=" + unit).path("rows").size() > 0;
    }

    @Test
    void upheldItTakesBackWhatWasCountedByAnEventAndTheLimitIsKeptAfterAll() {
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"Classify\",\"impact\":\"ONE_PERSON\",\"effect\":\"MINOR\",\"urgency\":\"LOW\"}",
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"RecordWork\",\"action\":\"电话指导\",\"minutes\":1,\"startedAt\":\"%1$s\",\"endedAt\":\"%1$s\"}"
                                .formatted(Instant.now()),
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        assertThat(isMissed()).isTrue();
        set("sla.response.level-iv", "PT1H");
        var appeal = "/api/appeals/" + manager.make("/api/appeals", appeal(opened, opened.plusSeconds(60)));
        assertThat(chief.post(
                        appeal + "/commands",
                        word("Uphold"),
                        chief.get(appeal).path("version").asLong()))
                .hasStatusOk();
        assertThat(chief.get(appeal).path("state").asString()).isEqualTo("UPHELD");
        assertThat(kinds()).containsOnly("EXCLUDED");
        assertThat(isMissed()).isFalse();
        assertThat(manager.get(incident).path("clocks").get(1).path("outcome").asString())
                .isEqualTo("MET");
        assertThat(manager.get(incident).path("links").toString()).contains("APL");
        assertThat(manager.get("/api/records/" + incident.substring(incident.lastIndexOf('/') + 1) + "/timeline")
                        .path("rows")
                        .valueStream()
                        .filter(entry -> entry.path("command").asString().equals("ClockCorrected")))
                .as("the story of the fault tells of it")
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("refs").toString()).contains("APL"));
    }

    @Test
    void nobodyDecidesTheOwnAppealNorAnotherBeforeIt() {
        var appeal = "/api/appeals/" + chief.make("/api/appeals", appeal(opened, opened.plusMillis(500)));
        var version = chief.get(appeal).path("version").asLong();
        for (var word : List.of("Uphold", "Dismiss"))
            assertThat(chief.post(appeal + "/commands", word(word), version)).hasStatus(409);
        assertThat(manager.post(appeal + "/commands", word("Uphold"), version)).hasStatus(403);
        assertThat(manager.post("/api/appeals", appeal(opened, opened.plusMillis(500))))
                .hasStatus(409);
        assertThat(kinds()).doesNotContain("EXCLUDED");
        assertThat(chief.post(appeal + "/commands", "{\"command\":\"Withdraw\"}", version))
                .hasStatusOk();
    }

    @Test
    void dismissedItChangesNothing() {
        var appeal = lodged();
        assertThat(chief.post(
                        appeal + "/commands",
                        word("Dismiss"),
                        chief.get(appeal).path("version").asLong()))
                .hasStatusOk();
        assertThat(kinds()).doesNotContain("EXCLUDED");
        assertThat(isMissed()).isTrue();
    }

    @Test
    void thereMustBeSomethingToTakeBack() {
        assertThat(manager.post("/api/appeals", appeal(opened, opened))).hasStatus(400);
        assertThat(manager.post("/api/appeals", appeal(opened.minusSeconds(60), opened)))
                .hasStatus(409);
        var stranger = Client.of(context, people.token(people.person(people.branch(), "OPS_MANAGER")));
        assertThat(stranger.post("/api/appeals", appeal(opened, opened.plusSeconds(1))))
                .hasStatus(404);
        assertThat(stranger.ask(lodged())).hasStatus(404);
    }

    @Test
    void whoActsForTheAppellantDoesNotDecideEither() {
        var appellant = people.person(unit, "OPS_MANAGER");
        var appeal = "/api/appeals/"
                + Client.of(context, people.token(appellant))
                        .make("/api/appeals", appeal(opened, opened.plusMillis(500)));
        var deputy = people.person(unit, "OPS_MANAGER");
        assertThat(Client.of(context, people.token(appellant))
                        .post(
                                "/api/people/" + appellant + "/delegations",
                                "{\"delegate\":\"%s\",\"until\":\"%s\",\"reason\":\"休假\"}"
                                        .formatted(deputy, Instant.now().plus(Duration.ofDays(1)))))
                .hasStatus(201);
        var word = word("Uphold");
        var version = chief.get(appeal).path("version").asLong();
        assertThat(Client.of(context, people.token(deputy)).post(appeal + "/commands", word, version))
                .hasStatus(409);
        assertThat(chief.post(appeal + "/commands", word, version)).hasStatusOk();
    }

    @Test
    void whatIsLeftOfItIsMissedWhenThatMuchHadBeenCounted() {
        var appeal = "/api/appeals/" + manager.make("/api/appeals", appeal(opened, opened.plusMillis(50)));
        assertThat(chief.post(
                        appeal + "/commands",
                        word("Uphold"),
                        chief.get(appeal).path("version").asLong()))
                .hasStatusOk();
        assertThat(manager.get("/api/breaches?clock=RESPONSE&unit=" + unit)
                        .path("rows")
                        .get(0)
                        .path("breachedAt")
                        .asString())
                .isEqualTo(opened.plusMillis(1_050).toString());
    }
}
