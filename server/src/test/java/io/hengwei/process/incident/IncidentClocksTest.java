package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Time limits over the whole life of an incident, as its page shows them.
@HengweiTest
class IncidentClocksTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private People people;
    private UnitId unit;
    private Client manager;

    @BeforeEach
    void somebodyWhoManagesIncidents() {
        people = new People(context);
        unit = people.branch();
        manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
    }

    private String open() {
        return "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_UNIT","effect":"IMPAIRED",
             "urgency":"MEDIUM","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now()));
    }

    private void perform(String incident, String command) {
        var version = manager.get(incident).path("version").asLong();
        assertThat(manager.post(incident + "/commands", command, version)).hasStatusOk();
    }

    private List<String> clocks(String incident) {
        return manager.get(incident)
                .path("clocks")
                .valueStream()
                .map(c -> c.path("name").asString() + " " + c.path("state").asString() + " "
                        + c.path("outcome").asString("-"))
                .toList();
    }

    private static String system(String code, String systemClass, UnitId unit, Object person, Object group) {
        return """
            {"code":"%s","name":"系统 %s","systemClass":"%s","serviceHours":"ALWAYS","unit":"%s","responsible":"%s","group":"%s","description":null,"active":true}""".formatted(code, code, systemClass, unit, person, group);
    }

    @Test
    void theClassOfASystemThatHasChangedCountsFromTheNextCommandOn() {
        var owner = people.person(unit, "OPS_MANAGER");
        var keeper = Client.of(context, people.token(owner));
        var group = new SomeCompany(db, transactions).group(unit, owner);
        var code = "S" + People.number();
        var system = keeper.make("/api/systems", system(code, "C", unit, owner, group));
        var incident = "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"系统打不开","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_UNIT","effect":"IMPAIRED",
             "urgency":"MEDIUM","system":"%s","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now(), system));
        var before = manager.get(incident).path("clocks").get(2).path("limit").asString();
        assertThat(keeper.put(
                        "/api/systems/" + system,
                        system(code, "A", unit, owner, group),
                        keeper.get("/api/systems/" + system).path("version").asLong()))
                .hasStatus2xxSuccessful();
        perform(
                incident,
                "{\"command\":\"Classify\",\"impact\":\"ONE_UNIT\",\"effect\":\"IMPAIRED\",\"urgency\":\"MEDIUM\"}");
        perform(incident, "{\"command\":\"Wait\",\"waitingFor\":\"REQUESTER\",\"text\":\"等待\"}");
        assertThat(manager.get(incident).path("clocks").get(2).path("limit").asString())
                .isNotEqualTo(before);
    }

    @Test
    void clocksFollowTheIncidentToItsEnd() {
        var incident = open();
        assertThat(clocks(incident)).containsExactly("CONFIRM RUNNING -", "RESPONSE RUNNING -", "RESTORE RUNNING -");
        var view = manager.get(incident);
        assertThat(view.path("nextDueAt").asString())
                .isEqualTo(view.path("clocks").get(0).path("dueAt").asString());

        perform(
                incident,
                "{\"command\":\"Classify\",\"impact\":\"ONE_UNIT\",\"effect\":\"IMPAIRED\",\"urgency\":\"MEDIUM\"}");
        assertThat(clocks(incident)).containsExactly("CONFIRM STOPPED MET", "RESPONSE RUNNING -", "RESTORE RUNNING -");

        perform(incident, "{\"command\":\"Regrade\",\"level\":\"LEVEL_I\",\"reason\":\"全网不可用\"}");
        assertThat(manager.get(incident).path("clocks").get(2).path("limit").asString())
                .isEqualTo("PT8H");

        perform(incident, "{\"command\":\"Wait\",\"waitingFor\":\"VENDOR\",\"text\":\"等备件\"}");
        assertThat(clocks(incident))
                .containsExactly("CONFIRM STOPPED MET", "RESPONSE PAUSED -", "RESTORE PAUSED -", "VENDOR RUNNING -");
        assertThat(manager.get(incident).path("nextDueAt").isNull()).isTrue();

        perform(incident, "{\"command\":\"Resume\"}");
        perform(
                incident,
                "{\"command\":\"Resolve\",\"code\":\"FIXED\",\"summary\":\"换件\",\"test\":\"试打\",\"testResult\":\"PASSED\"}");
        assertThat(clocks(incident))
                .containsExactly(
                        "CONFIRM STOPPED MET", "RESPONSE STOPPED MET", "RESTORE STOPPED MET", "VENDOR STOPPED MET");
        perform(incident, "{\"command\":\"Dispute\",\"reason\":\"仍不工作\"}");
        assertThat(clocks(incident))
                .containsExactly(
                        "CONFIRM STOPPED MET", "RESPONSE STOPPED MET", "RESTORE RUNNING -", "VENDOR STOPPED MET");
    }

    @Test
    void whoOnlyReportedIsNotToldWhatIsAgreedWithOthers() {
        var requester = people.person(unit);
        var mine = Client.of(context, people.token(requester));
        var incident =
                "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_UNIT","effect":"IMPAIRED",
             "urgency":"MEDIUM","requester":"%s"}""".formatted(unit, Instant.now(), requester));
        var clock = mine.get(incident).path("clocks").get(0).path("id").asString();
        var explained = mine.get("/api/clocks/" + clock + "/explanation");
        assertThat(explained.path("events").get(0).path("goal").path("source").isNull())
                .isTrue();
        var answers = mine.get("/api/targets?record=" + incident.substring(incident.lastIndexOf('/') + 1));
        assertThat(answers.get(0).path("limit").asString()).isEqualTo("PT10M");
        assertThat(answers.get(0).path("source").isNull()).isTrue();
        assertThat(mine.ask("/api/targets?unit=" + unit)).hasStatus(403);
    }

    @Test
    void aClockExplainsItselfToThoseWhoSeeItsRecord() {
        var incident = open();
        var explanation = "/api/clocks/"
                + manager.get(incident).path("clocks").get(2).path("id").asString() + "/explanation";
        var explained = manager.get(explanation);
        assertThat(explained.path("events").get(0).path("kind").asString()).isEqualTo("START");
        var start = explained.path("events").get(0);
        assertThat(start.path("goal").path("limit").asString()).isEqualTo("P3D");
        assertThat(start.path("goal").path("calendar").asString()).isEqualTo("标准工作时间");
        assertThat(start.path("cause").path("by").asString()).isNotEmpty();
        assertThat(start.path("goal").path("source").path("setting").asString()).isEqualTo("sla.restore.c.level-iv");
        UserId stranger = people.person(people.branch(), "INCIDENT_MANAGER");
        assertThat(Client.of(context, people.token(stranger)).ask(explanation)).hasStatus(404);
    }

    @Test
    void anIncidentThatIsCancelledHasNoLimitsAnyMore() {
        var incident = open();
        perform(incident, "{\"command\":\"Cancel\",\"reason\":\"重复\"}");
        assertThat(clocks(incident)).allMatch(clock -> clock.contains("CANCELLED"));
        assertThat(manager.get(incident).path("nextDueAt").isNull()).isTrue();
    }

    @Test
    void aWorkOrderIsDueWhenItsRaiserSaidSo() {
        var group = new SomeCompany(db, transactions).group(unit);
        var due = Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.SECONDS);
        var order = manager.make("/api/work-orders", """
            {"type":"ON_SITE_SUPPORT","title":"换硒鼓","instructions":"三楼","unit":"%s","group":"%s","dueAt":"%s"}""".formatted(unit, group, due));
        assertThat(manager.get("/api/work-orders/" + order).path("nextDueAt").asString())
                .isEqualTo(due.toString());
    }
}
