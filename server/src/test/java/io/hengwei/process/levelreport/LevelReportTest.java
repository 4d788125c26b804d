package io.hengwei.process.levelreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.levelreport.LevelReportCommand.Acknowledge;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Who has to know of a grave fault is told at once, and says so; silence goes up (INC-20, 21).
@HengweiTest
class LevelReportTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    SettingAdministration settings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    private People people;
    private UnitId region;
    private UnitId branch;
    private String management;
    private String executives;
    private UserId chief;
    private UserId regionsChief;
    private UserId executive;
    private Client manager;

    @BeforeEach
    void aBranchOfARegion() {
        people = new People(context);
        region = people.branch();
        branch = people.unit(region);
        management = people.role("*:read");
        executives = people.role("*:read");
        chief = people.person(branch, management);
        regionsChief = people.person(region, management);
        executive = people.person(region, executives);
        set("level-report.rules", Map.of("rules", List.of(ofManagement(), ofExecutives())));
        manager = Client.of(context, people.token(people.person(branch, "INCIDENT_MANAGER")));
    }

    /// As shipped, but for roles that nobody else holds.
    private Map<String, Object> ofManagement() {
        return Map.of(
                "levels",
                List.of("LEVEL_I", "LEVEL_II", "LEVEL_III"),
                "role",
                management,
                "everyLevel",
                true,
                "superior",
                executives,
                "robots",
                List.of());
    }

    private Map<String, Object> ofExecutives() {
        return Map.of("levels", List.of("LEVEL_I"), "role", executives, "everyLevel", false, "robots", List.of());
    }

    private Client as(UserId person) {
        return Client.of(context, people.token(person));
    }

    private void set(String key, Object value) {
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> settings.change(key, SettingScope.unit(branch.value()), value, null, "test")));
    }

    private String fault(String level) {
        var incident = "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"核心网络中断","description":"机房","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_PERSON","effect":"MINOR",
             "urgency":"LOW","caller":{"name":"李四","phone":"13800000000"}}""".formatted(branch, Instant.now()));
        act(
                manager,
                incident,
                "{\"command\":\"Classify\",\"impact\":\"ONE_PERSON\",\"effect\":\"MINOR\",\"urgency\":\"LOW\"}");
        regrade(incident, level);
        return incident;
    }

    private void regrade(String incident, String level) {
        act(manager, incident, "{\"command\":\"Regrade\",\"level\":\"%s\",\"reason\":\"影响扩大\"}".formatted(level));
    }

    private static void act(Client who, String path, String command) {
        assertThat(who.post(
                        path + "/commands",
                        command,
                        who.get(path).path("version").asLong()))
                .hasStatusOk();
    }

    private List<JsonNode> reports(String incident) {
        return manager.get("/api/level-reports?size=50&record=" + id(incident))
                .path("rows")
                .valueStream()
                .toList()
                .reversed();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<String> standing(String incident) {
        return reports(incident).stream()
                .map(row -> "%s %s %s %s"
                        .formatted(
                                row.path("level").asString(),
                                row.path("role")
                                        .asString()
                                        .replace(management, "MGMT_DEPT")
                                        .replace(executives, "EXECUTIVE"),
                                row.path("over").path("id").asString().equals(branch.toString()) ? "branch" : "above",
                                row.path("state").asString()))
                .toList();
    }

    private void awaitStanding(String incident, String... wanted) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(standing(incident)).containsExactly(wanted));
    }

    private Stream<String> waitingFor(UserId person) {
        return as(person)
                .get("/api/level-reports?mine=true")
                .path("rows")
                .valueStream()
                .map(row -> "/api/level-reports/" + row.path("id").asString());
    }

    private String only(UserId person) {
        return waitingFor(person).findFirst().orElseThrow();
    }

    @Test
    void whoHasToKnowIsToldAtOnceAndLevelByLevelAsEachAcknowledges() {
        var incident = fault("LEVEL_III");
        awaitStanding(incident, "LEVEL_III MGMT_DEPT branch SENT");
        assertThat(waitingFor(regionsChief)).isEmpty();
        assertThat(waitingFor(executive)).isEmpty();
        assertThat(as(chief).get("/api/my-work").path("waiting").toString()).contains("核心网络中断");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(as(chief)
                                .get("/api/notices")
                                .path("rows")
                                .valueStream()
                                .map(notice -> notice.path("text").path("key").asString()))
                        .containsOnlyOnce("reported"));
        act(as(chief), only(chief), "{\"command\":\"Acknowledge\",\"comment\":\"已协调资源\"}");
        awaitStanding(incident, "LEVEL_III MGMT_DEPT branch ACKNOWLEDGED", "LEVEL_III MGMT_DEPT above SENT");
        act(as(regionsChief), only(regionsChief), "{\"command\":\"Acknowledge\"}");
        assertThat(standing(incident)).hasSize(2);
        assertThat(reports(incident)
                        .getFirst()
                        .path("acknowledgedBy")
                        .path("id")
                        .asString())
                .isEqualTo(chief.toString());
        assertThat(manager.get(incident).path("links").toString()).contains("LVR");
    }

    @Test
    void theGravestIsReportedToTheExecutiveAsWellAndALesserLevelLapses() {
        var incident = fault("LEVEL_III");
        awaitStanding(incident, "LEVEL_III MGMT_DEPT branch SENT");
        regrade(incident, "LEVEL_I");
        awaitStanding(
                incident,
                "LEVEL_III MGMT_DEPT branch LAPSED",
                "LEVEL_I MGMT_DEPT branch SENT",
                "LEVEL_I EXECUTIVE above SENT");
        regrade(incident, "LEVEL_II");
        regrade(incident, "LEVEL_I");
        act(as(executive), only(executive), "{\"command\":\"Acknowledge\"}");
        await().pollDelay(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(standing(incident))
                        .as("nobody is told twice")
                        .hasSize(3));
    }

    @Test
    void whatIsGeneralIsReportedToNobody() {
        var incident = fault("LEVEL_IV");
        await().pollDelay(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(standing(incident)).isEmpty());
    }

    @Test
    void onlyWhoWasToldAcknowledges() {
        var incident = fault("LEVEL_II");
        awaitStanding(incident, "LEVEL_II MGMT_DEPT branch SENT");
        var report = only(chief);
        var version = manager.get(report).path("version").asLong();
        var word = "{\"command\":\"Acknowledge\"}";
        assertThat(manager.post(report + "/commands", word, version)).hasStatus(403);
        assertThat(as(regionsChief).post(report + "/commands", word, version)).hasStatus(403);
        assertThat(as(chief).post(report + "/commands", "{\"command\":\"PassUp\"}", version))
                .hasStatus(403);
        assertThatThrownBy(() -> Scope.asSystem(() -> context.getBean(LevelReports.class)
                        .perform(new RecordId(UUID.fromString(id(report))), version, new Acknowledge(null))))
                .hasMessageContaining("not-told");
        assertThat(as(people.person(people.branch(), "OPS_MANAGER")).ask(report))
                .hasStatus(404);
        assertThat(standing(incident)).containsExactly("LEVEL_II MGMT_DEPT branch SENT");
    }

    private ReportWatch node() {
        return new ReportWatch(
                context.getBean(ReportRows.class),
                context.getBean(LevelReports.class),
                transactions,
                context.getBean(java.time.Clock.class));
    }

    @Test
    void silenceGoesUpInTheEndToTheSuperiorAndThereItIsNotedOnce() throws InterruptedException {
        set("level-report.acknowledge", Duration.ofSeconds(1).toString());
        var incident = fault("LEVEL_II");
        awaitStanding(incident, "LEVEL_II MGMT_DEPT branch SENT");
        for (var step : List.of("region", "executive", "nobody", "nobody again")) {
            Thread.sleep(1_100);
            Stream.of(1, 2, 3).parallel().forEach(ignored -> node().look(Instant.now()));
            assertThat(standing(incident)).as(step).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(standing(incident))
                .containsExactly(
                        "LEVEL_II MGMT_DEPT branch PASSED_UP",
                        "LEVEL_II MGMT_DEPT above PASSED_UP",
                        "LEVEL_II EXECUTIVE above SENT");
        assertThat(reports(incident).getLast().path("unheard").asBoolean()).isTrue();
        assertThat(commands(reports(incident).getLast().path("id").asString()))
                .containsExactly("ReportLevel", "Link", "NoteUnheard");
        act(as(executive), only(executive), "{\"command\":\"Acknowledge\"}");
    }

    private List<String> commands(String record) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql("select command from record.journal where subject = ? order by version, id")
                        .param(UUID.fromString(record))
                        .query(String.class)
                        .list()));
    }

    @Test
    void whatIsOverNeedsNoWordAnyMore() {
        var incident = fault("LEVEL_II");
        awaitStanding(incident, "LEVEL_II MGMT_DEPT branch SENT");
        act(manager, incident, "{\"command\":\"Cancel\",\"reason\":\"误报\"}");
        awaitStanding(incident, "LEVEL_II MGMT_DEPT branch LAPSED");
        assertThat(waitingFor(chief)).isEmpty();
    }

    @Test
    void whereNobodyHoldsTheRoleTheReportWaitsForSomebodyWhoDoes() {
        set(
                "level-report.rules",
                Map.of(
                        "rules",
                        List.of(Map.of(
                                "levels",
                                List.of("LEVEL_II"),
                                "role",
                                "FIRE_OFFICER",
                                "everyLevel",
                                false,
                                "robots",
                                List.of()))));
        var incident = fault("LEVEL_II");
        awaitStanding(incident, "LEVEL_II FIRE_OFFICER branch SENT");
        assertThat(reports(incident).getFirst().path("told").asInt()).isZero();
        var officer = people.person(branch, "FIRE_OFFICER");
        node().look(Instant.now());
        awaitStanding(incident, "LEVEL_II FIRE_OFFICER branch PASSED_UP", "LEVEL_II FIRE_OFFICER branch SENT");
        assertThat(waitingFor(officer)).hasSize(1);
    }

    @Test
    void aRoleIsToldOfALevelByOneRule() {
        var rule = "{\"levels\":[\"LEVEL_I\"],\"role\":\"EXECUTIVE\",\"everyLevel\":false,\"robots\":[]}";
        var body = "{\"scopeKind\":\"UNIT\",\"scopeId\":\"%s\",\"value\":{\"rules\":[%s,%s]},\"reason\":\"x\"}"
                .formatted(branch, rule, rule);
        assertThat(as(people.person(people.root(), "PLATFORM_ADMIN")).put("/api/settings/level-report.rules", body))
                .hasStatus(400);
    }

    @Test
    void theGroupOfARobotHearsOfEveryReportAlsoOfTheOneThatFollowsAWord() {
        var robot = as(people.person(people.root(), "PLATFORM_ADMIN")).make("/api/robots", """
            {"name":"值班群","kind":"WECOM","unit":"%s","access":{"webhook":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d-1111-2222-3333-444455556666","secret":null}}""".formatted(region));
        var rule = new HashMap<>(ofManagement());
        rule.put("robots", List.of(robot));
        set("level-report.rules", Map.of("rules", List.of(rule)));
        var incident = fault("LEVEL_II");
        awaitStanding(incident, "LEVEL_II MGMT_DEPT branch SENT");
        await().untilAsserted(() -> assertThat(posts(robot)).isEqualTo(1));
        act(as(chief), only(chief), "{\"command\":\"Acknowledge\"}");
        await().untilAsserted(() -> assertThat(posts(robot)).isEqualTo(2));
    }

    private int posts(String robot) {
        return Scope.asSystem(
                () -> transactions.execute(ignored -> db.sql("select count(*) from notification.post where robot = ?")
                        .param(UUID.fromString(robot))
                        .query(Integer.class)
                        .single()));
    }
}
