package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hengwei.Voice.Answer;
import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct.CreateGroup;
import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.TokenAdministration;
import io.hengwei.platform.identity.Track;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.resource.cmdb.SystemClass;
import io.hengwei.resource.cmdb.SystemForm;
import io.hengwei.resource.cmdb.SystemManagement;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A fault's whole life as four people live it, over HTTP: a call comes in at headquarters, an engineer of the branch
/// does the work, headquarters
/// evaluates, the requester verifies, the desk files it.
@HengweiTest
class StoryTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext context;

    @Autowired
    TokenAdministration tokens;

    @Autowired
    GroupAdministration groups;

    @Autowired
    SystemManagement systems;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    People people;
    UnitId branch;
    UserId requesterId;
    UserId engineerId;
    UserId strangerId;
    GroupId group;
    String system;
    Voice desk;
    Voice dispatcher;
    Voice engineer;
    Voice stranger;
    Voice requester;

    @BeforeEach
    void everybodyComesToWork() {
        people = new People(context);
        branch = people.branch();
        var elsewhere = people.branch();
        requesterId = people.person(branch);
        engineerId = people.person(branch, "ENGINEER");
        strangerId = people.person(elsewhere, "ENGINEER");
        desk = voice(people.person(people.root(), "DESK_OPERATOR"));
        dispatcher = voice(people.person(people.root(), "INCIDENT_MANAGER"));
        engineer = voice(engineerId);
        stranger = voice(strangerId);
        requester = voice(requesterId);
        var number = People.number();
        group = Scope.asSystem(() -> groups.create(new CreateGroup("现场运维组" + number, branch, 2, Track.SYSTEM_OPS)));
        var others =
                Scope.asSystem(() -> groups.create(new CreateGroup("邻区运维组" + number, elsewhere, 2, Track.SYSTEM_OPS)));
        Scope.asSystem(() -> groups.addMember(others, strangerId));
        Scope.asSystem(() -> groups.addMember(group, engineerId));
        system = Scope.asSystem(() -> systems.register(new SystemForm(
                        "STORY-" + number,
                        "营业终端系统" + number,
                        SystemClass.B,
                        "STANDARD",
                        branch,
                        engineerId,
                        group,
                        null,
                        true)))
                .toString();
    }

    @AfterEach
    void goHome() {
        http.close();
    }

    @Test
    void aFaultIsTakenInWorkedEvaluatedVerifiedAndFiled() {
        var incident = takeACall();
        assertThat(desk.waiting()).contains(id(incident));
        accept(
                desk.does(
                        incident,
                        "Classify",
                        "impact",
                        "ONE_UNIT",
                        "effect",
                        "IMPAIRED",
                        "urgency",
                        "HIGH",
                        "domain",
                        "HARDWARE_PLATFORM",
                        "cause",
                        "OTHER"),
                "CLASSIFIED");
        var order = raise(incident);
        assertThat(clock(incident, "CONFIRM")).isEqualTo("STOPPED MET");
        assertThat(clock(incident, "RESPONSE")).isEqualTo("STOPPED MET");
        assertThat(clock(incident, "RESTORE")).startsWith("RUNNING");

        workTheOrder(incident, order);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> desk.get(incident).text("state").equals("RESOLVED"));
        assertThat(clock(incident, "RESTORE")).isEqualTo("STOPPED MET");
        assertThat(desk.get(incident).body().at("/details/resolution/by").asString())
                .isEqualTo(engineerId.toString());

        accept(dispatcher.does(order, "Evaluate", "score", 5), "CLOSED");
        assertThat(dispatcher.waiting()).contains(id(incident));
        accept(dispatcher.does(incident, "Evaluate", "score", 4, "comment", "及时"), "VERIFYING");
        assertThat(requester.waiting()).contains(id(incident));
        assertThat(requester.actions(incident)).containsExactly("Verify", "Dispute");
        accept(requester.does(incident, "Verify", "comment", "好了"), "VERIFIED");
        accept(desk.does(incident, "Close"), "CLOSED");
        itIsFiled(incident, order);
    }

    private void workTheOrder(String incident, String order) {
        assertThat(engineer.waiting()).contains(id(order));
        assertThat(stranger.get(order).status()).isEqualTo(404);
        accept(engineer.does(order, "Accept"), "ACCEPTED");
        accept(engineer.does(order, "Start"), "IN_PROGRESS");
        assertThat(engineer.post("/api/records/" + id(incident) + "/work-notes", Map.of("text", "搓纸轮磨损"))
                        .status())
                .isEqualTo(201);
        assertThat(requester
                        .post("/api/records/" + id(incident) + "/comments", Map.of("text", "什么时候好？"))
                        .status())
                .isEqualTo(201);
        accept(
                engineer.does(
                        order,
                        "Complete",
                        "outcome",
                        "SOLVED",
                        "result",
                        "更换搓纸轮",
                        "startedAt",
                        ago(30),
                        "endedAt",
                        ago(1),
                        "minutes",
                        29,
                        "test",
                        "打印二十页正常",
                        "testResult",
                        "PASSED"),
                "COMPLETED");
        assertThat(engineer.does(order, "Evaluate", "score", 5).status()).isEqualTo(403);
    }

    private void itIsFiled(String incident, String order) {
        var page = desk.get(incident);
        assertThat(page.body().at("/details/archiveNumber").asString("")).isNotBlank();
        assertThat(page.all("clocks"))
                .allSatisfy(clock -> assertThat(clock.path("state").asString()).isEqualTo("STOPPED"));
        for (var voice : List.of(desk, engineer, dispatcher, requester))
            assertThat(voice.waiting()).doesNotContain(id(incident), id(order));
        assertThat(story(desk, incident))
                .containsExactly(
                        "Open",
                        "Classify",
                        "RaiseWorkOrder",
                        "WorkNote",
                        "Comment",
                        "TakeFeedback",
                        "Resolve",
                        "Evaluate",
                        "Verify",
                        "Close");
        assertThat(story(requester, incident)).contains("Comment", "Close").doesNotContain("WorkNote");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(told(requester, incident)).contains("verify", "changed");
            assertThat(told(engineer, order)).containsAnyOf("groupAssigned", "assigned");
        });
        assertThat(requester
                        .post("/api/records/" + id(incident) + "/comments", Map.of("text", "谢谢"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReportIsJudgedOnceAndWhatIsSentBackIsReportedAnew() {
        var incident = takeACall();
        desk.does(incident, "Classify", "impact", "ONE_PERSON", "effect", "MINOR", "urgency", "LOW");
        var order = raise(incident);
        assertThat(engineer.waiting())
                .as("the work is in the order")
                .contains(id(order))
                .doesNotContain(id(incident));
        accept(engineer.does(order, "Accept"), "ACCEPTED");
        complete(order, "换了硒鼓");
        becomes(incident, "RESOLVED");
        assertThat(dispatcher.waiting()).contains(id(incident)).doesNotContain(id(order));

        accept(dispatcher.does(order, "Rework", "reason", "没有试打"), "ACCEPTED");
        becomes(incident, "INVESTIGATING");
        complete(order, "换了硒鼓并试打二十页");
        becomes(incident, "RESOLVED");
        assertThat(desk.get(incident).body().at("/details/resolution/summary").asString())
                .isEqualTo("换了硒鼓并试打二十页");
        accept(dispatcher.does(incident, "Evaluate", "score", 4, "comment", "这次清楚"), "VERIFYING");
        becomes(order, "CLOSED");
        assertThat(dispatcher.get(order).body().at("/details/score").asInt()).isEqualTo(4);
        assertThat(dispatcher.waiting()).doesNotContain(id(incident), id(order));
    }

    private void complete(String order, String result) {
        var report = new Object[] {
            "outcome",
            "SOLVED",
            "result",
            result,
            "startedAt",
            ago(30),
            "endedAt",
            ago(1),
            "minutes",
            29,
            "test",
            "试打",
            "testResult",
            "PASSED"
        };
        accept(engineer.does(order, "Complete", report), "COMPLETED");
    }

    private void becomes(String record, String state) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> desk.get(record).text("state").equals(state));
    }

    @Test
    void workIsHandedToAColleagueOfAnotherBranchAndComesBack() {
        var incident = takeACall();
        desk.does(incident, "Classify", "impact", "ONE_PERSON", "effect", "MINOR", "urgency", "LOW");
        var order = raise(incident);
        accept(engineer.does(order, "Accept"), "ACCEPTED");
        assertThat(engineer.does(order, "Transfer", "assignee", requesterId, "reason", "我在外地")
                        .status())
                .as("the requester works no orders")
                .isEqualTo(400);
        accept(engineer.does(order, "Transfer", "assignee", strangerId, "reason", "我在外地"), "DISPATCHED");
        assertThat(stranger.waiting()).contains(id(order));
        assertThat(stranger.get(incident).status())
                .as("the order alone was handed over")
                .isEqualTo(404);
        assertThat(engineer.does(order, "Accept").status())
                .as("it is the other's now")
                .isIn(403, 409);
        accept(stranger.does(order, "Accept"), "ACCEPTED");
        accept(stranger.does(order, "Return", "reason", "不在我片区"), "RAISED");
        assertThat(stranger.get(order).status()).isEqualTo(404);
        accept(
                dispatcher.does(order, "Dispatch", "group", group, "assignee", engineerId, "reason", "回到原工程师"),
                "DISPATCHED");
        accept(engineer.does(order, "Accept"), "ACCEPTED");
    }

    @Test
    void theRequesterDisputesAndLaterReopens() {
        var incident = takeACall();
        desk.does(incident, "Classify", "impact", "ONE_PERSON", "effect", "MINOR", "urgency", "LOW");
        accept(desk.does(incident, "Dispatch", "group", group, "assignee", engineerId), "INVESTIGATING");
        accept(engineer.does(incident, "Wait", "waitingFor", "REQUESTER", "text", "等单据编号"), "WAITING");
        assertThat(clock(incident, "RESTORE")).startsWith("PAUSED");
        accept(engineer.does(incident, "Resume"), "INVESTIGATING");
        resolveAndEvaluate(incident);
        accept(requester.does(incident, "Dispute", "reason", "还是不行"), "INVESTIGATING");
        assertThat(clock(incident, "RESTORE")).startsWith("RUNNING");
        resolveAndEvaluate(incident);
        accept(requester.does(incident, "Verify"), "VERIFIED");
        accept(desk.does(incident, "Close"), "CLOSED");
        accept(requester.does(incident, "Reopen", "reason", "又坏了"), "INVESTIGATING");
        assertThat(desk.get(incident).body().at("/details/reopenCount").asInt()).isEqualTo(1);
    }

    private void resolveAndEvaluate(String incident) {
        accept(
                engineer.does(
                        incident, "Resolve", "code", "FIXED", "summary", "已修复", "test", "用户试用", "testResult", "PASSED"),
                "RESOLVED");
        accept(dispatcher.does(incident, "Evaluate", "score", 3), "VERIFYING");
    }

    @Test
    void whatMustNotBeDoneIsRefused() {
        var incident = takeACall();
        var graded = new Object[] {"impact", "ONE_UNIT", "effect", "IMPAIRED", "urgency", "HIGH"};
        assertThat(desk.perform(incident, null, "Classify", graded).status()).isEqualTo(428);
        var stale = desk.perform(incident, "77", "Classify", graded);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().at("/current/version").asInt()).isEqualTo(1);
        assertThat(desk.does(incident, "Close").status()).isEqualTo(409);
        assertThat(desk.does(incident, "Classify", "impact", "ONE_UNIT").status())
                .isEqualTo(400);
        assertThat(requester.does(incident, "Classify", graded).status()).isEqualTo(403);
        assertThat(stranger.perform(incident, "1", "Classify", graded).status()).isEqualTo(404);
        assertThat(desk.get(incident).text("state")).isEqualTo("RECORDED");
    }

    @Test
    void aRequestSentTwiceIsDoneOnce() {
        var key = Ids.next().toString();
        var call = call("键盘失灵");
        var first = desk.post("/api/intake/desk", call, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(desk.post("/api/intake/desk", call, "Idempotency-Key", key).text("id"))
                .isEqualTo(first.text("id"));
        assertThat(desk.post("/api/intake/desk", call("别的事"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(requester.get("/api/incidents").body().path("count").asInt()).isEqualTo(1);
    }

    private String takeACall() {
        var caller = desk.get("/api/intake/callers?q=u" + usernameNumber()).all("").stream()
                .filter(found -> found.at("/person/id").asString().equals(requesterId.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(caller.at("/unit/id").asString()).isEqualTo(branch.toString());
        var opened = desk.post("/api/intake/desk", call("打印机不出纸"));
        assertThat(opened.status()).isEqualTo(201);
        return "/api/incidents/" + opened.text("id");
    }

    private String usernameNumber() {
        return requester.get("/api/me").text("username").substring(1);
    }

    private Map<String, Object> call(String title) {
        var call = new HashMap<String, Object>(Map.of(
                "kind",
                "FAULT",
                "title",
                title,
                "description",
                title + "，急需处理",
                "requester",
                requesterId,
                "unit",
                branch,
                "channel",
                "HOTLINE",
                "occurredAt",
                "2026-03-02T01:00:00Z",
                "impact",
                "ONE_UNIT",
                "effect",
                "IMPAIRED"));
        call.putAll(Map.of(
                "urgency",
                "HIGH",
                "system",
                system,
                "call",
                Map.of("line", "DESK", "startedAt", "2026-03-02T01:05:00Z", "minutes", 3)));
        return call;
    }

    private String raise(String incident) {
        accept(
                desk.does(
                        incident,
                        "RaiseWorkOrder",
                        "type",
                        "ON_SITE_SUPPORT",
                        "group",
                        group,
                        "instructions",
                        "请到现场处理"),
                "INVESTIGATING");
        var link = desk.get(incident).all("links").stream()
                .filter(each -> each.at("/record/kind").asString().equals("WORK_ORDER"))
                .findFirst()
                .orElseThrow();
        return "/api/work-orders/" + link.at("/record/id").asString();
    }

    private static void accept(Answer answer, String state) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo(state);
    }

    private String clock(String incident, String name) {
        return desk.get(incident).all("clocks").stream()
                .filter(clock -> clock.path("name").asString().equals(name))
                .map(clock -> clock.path("state").asString() + " "
                        + clock.path("outcome").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> story(Voice voice, String record) {
        return voice.get("/api/records/" + id(record) + "/timeline").all("rows").stream()
                .map(line -> line.path("command").asString())
                .toList();
    }

    private static List<String> told(Voice voice, String record) {
        return voice.get("/api/notices").all("rows").stream()
                .filter(notice -> notice.at("/record/id").asString().equals(id(record)))
                .map(notice -> notice.at("/text/key").asString())
                .toList();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes)).toString();
    }

    private Voice voice(UserId person) {
        var token = Scope.asSystem(() -> tokens.issue(person, new IssueToken("story", null, null)))
                .secret();
        return new Voice(http, "http://127.0.0.1:" + port, token);
    }
}
