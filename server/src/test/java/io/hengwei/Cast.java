package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Voice.Answer;
import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct.CreateGroup;
import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.TokenAdministration;
import io.hengwei.platform.identity.Track;
import io.hengwei.platform.shared.GroupId;
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
import org.springframework.context.ApplicationContext;

/// Four people of headquarters and a branch who live through a fault over HTTP, and a stranger.
class Cast {
    final HttpClient http = HttpClient.newHttpClient();
    final TokenAdministration tokens;
    final GroupAdministration groups;
    final SystemManagement systems;
    final Clock clock;
    final int port;
    final People people;
    final UnitId branch;
    final UserId requesterId;
    final UserId engineerId;
    final UserId strangerId;
    final GroupId group;
    final String system;
    final Voice desk;
    final Voice dispatcher;
    final Voice engineer;
    final Voice stranger;
    final Voice requester;

    Cast(ApplicationContext context) {
        tokens = context.getBean(TokenAdministration.class);
        groups = context.getBean(GroupAdministration.class);
        systems = context.getBean(SystemManagement.class);
        clock = context.getBean(Clock.class);
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
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

    String takeACall() {
        var caller = desk.get("/api/intake/callers?q=u" + usernameNumber()).all("").stream()
                .filter(found -> found.at("/person/id").asString().equals(requesterId.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(caller.at("/unit/id").asString()).isEqualTo(branch.toString());
        var opened = desk.post("/api/intake/desk", call("打印机不出纸"));
        assertThat(opened.status()).isEqualTo(201);
        return "/api/incidents/" + opened.text("id");
    }

    String usernameNumber() {
        return requester.get("/api/me").text("username").substring(1);
    }

    Map<String, Object> call(String title) {
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

    String raise(String incident) {
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

    static void accept(Answer answer, String state) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo(state);
    }

    String clockOf(String incident, String name) {
        return desk.get(incident).all("clocks").stream()
                .filter(clock -> clock.path("name").asString().equals(name))
                .map(clock -> clock.path("state").asString() + " "
                        + clock.path("outcome").asString(""))
                .findFirst()
                .orElseThrow();
    }

    static List<String> story(Voice voice, String record) {
        return voice.get("/api/records/" + id(record) + "/timeline").all("rows").stream()
                .map(line -> line.path("command").asString())
                .toList();
    }

    static List<String> told(Voice voice, String record) {
        return voice.get("/api/notices").all("rows").stream()
                .filter(notice -> notice.at("/record/id").asString().equals(id(record)))
                .map(notice -> notice.at("/text/key").asString())
                .toList();
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes)).toString();
    }

    Voice voice(UserId person) {
        var token = Scope.asSystem(() -> tokens.issue(person, new IssueToken("story", null, null)))
                .secret();
        return new Voice(http, "http://127.0.0.1:" + port, token);
    }

    void goHome() {
        http.close();
    }
}
