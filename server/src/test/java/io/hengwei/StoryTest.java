package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A fault's whole life as four people live it, over HTTP: a call comes in at headquarters, an engineer of the branch
/// does the work, headquarters evaluates, the requester verifies, the desk files it.
@HengweiTest
class StoryTest {
    @Autowired
    ApplicationContext context;

    Cast cast;

    @BeforeEach
    void everybodyComesToWork() {
        cast = new Cast(context);
    }

    @AfterEach
    void goHome() {
        cast.goHome();
    }

    @Test
    void aFaultIsTakenInWorkedEvaluatedVerifiedAndFiled() {
        var incident = cast.takeACall();
        assertThat(cast.desk.waiting()).contains(Cast.id(incident));
        Cast.accept(
                cast.desk.does(
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
        var order = cast.raise(incident);
        assertThat(cast.clockOf(incident, "CONFIRM")).isEqualTo("STOPPED MET");
        assertThat(cast.clockOf(incident, "RESPONSE")).isEqualTo("STOPPED MET");
        assertThat(cast.clockOf(incident, "RESTORE")).startsWith("RUNNING");

        workTheOrder(incident, order);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> cast.desk.get(incident).text("state").equals("RESOLVED"));
        assertThat(cast.clockOf(incident, "RESTORE")).isEqualTo("STOPPED MET");
        assertThat(cast.desk.get(incident).body().at("/details/resolution/by").asString())
                .isEqualTo(cast.engineerId.toString());

        Cast.accept(cast.dispatcher.does(order, "Evaluate", "score", 5), "CLOSED");
        assertThat(cast.dispatcher.waiting()).contains(Cast.id(incident));
        Cast.accept(cast.dispatcher.does(incident, "Evaluate", "score", 4, "comment", "及时"), "VERIFYING");
        assertThat(cast.requester.waiting()).contains(Cast.id(incident));
        assertThat(cast.requester.actions(incident)).containsExactly("Verify", "Dispute");
        Cast.accept(cast.requester.does(incident, "Verify", "comment", "好了"), "VERIFIED");
        Cast.accept(cast.desk.does(incident, "Close"), "CLOSED");
        itIsFiled(incident, order);
    }

    private void workTheOrder(String incident, String order) {
        assertThat(cast.engineer.waiting()).contains(Cast.id(order));
        assertThat(cast.stranger.get(order).status()).isEqualTo(404);
        Cast.accept(cast.engineer.does(order, "Accept"), "ACCEPTED");
        Cast.accept(cast.engineer.does(order, "Start"), "IN_PROGRESS");
        assertThat(cast.engineer
                        .post("/api/records/" + Cast.id(incident) + "/work-notes", Map.of("text", "搓纸轮磨损"))
                        .status())
                .isEqualTo(201);
        assertThat(cast.requester
                        .post("/api/records/" + Cast.id(incident) + "/comments", Map.of("text", "什么时候好？"))
                        .status())
                .isEqualTo(201);
        Cast.accept(
                cast.engineer.does(
                        order,
                        "Complete",
                        "outcome",
                        "SOLVED",
                        "result",
                        "更换搓纸轮",
                        "startedAt",
                        cast.ago(30),
                        "endedAt",
                        cast.ago(1),
                        "minutes",
                        29,
                        "test",
                        "打印二十页正常",
                        "testResult",
                        "PASSED"),
                "COMPLETED");
        assertThat(cast.engineer.does(order, "Evaluate", "score", 5).status()).isEqualTo(403);
    }

    private void itIsFiled(String incident, String order) {
        var page = cast.desk.get(incident);
        assertThat(page.body().at("/details/archiveNumber").asString("")).isNotBlank();
        assertThat(page.all("clocks"))
                .allSatisfy(one -> assertThat(one.path("state").asString()).isEqualTo("STOPPED"));
        for (var voice : List.of(cast.desk, cast.engineer, cast.dispatcher, cast.requester))
            assertThat(voice.waiting()).doesNotContain(Cast.id(incident), Cast.id(order));
        assertThat(Cast.story(cast.desk, incident))
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
        assertThat(Cast.story(cast.requester, incident))
                .contains("Comment", "Close")
                .doesNotContain("WorkNote");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(Cast.told(cast.requester, incident)).contains("verify", "changed");
            assertThat(Cast.told(cast.engineer, order)).containsAnyOf("groupAssigned", "assigned");
        });
        assertThat(cast.requester
                        .post("/api/records/" + Cast.id(incident) + "/comments", Map.of("text", "谢谢"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void workIsHandedToAColleagueOfAnotherBranchAndComesBack() {
        var incident = cast.takeACall();
        cast.desk.does(incident, "Classify", "impact", "ONE_PERSON", "effect", "MINOR", "urgency", "LOW");
        var order = cast.raise(incident);
        Cast.accept(cast.engineer.does(order, "Accept"), "ACCEPTED");
        assertThat(cast.engineer
                        .does(order, "Transfer", "assignee", cast.requesterId, "reason", "我在外地")
                        .status())
                .as("the requester works no orders")
                .isEqualTo(400);
        Cast.accept(cast.engineer.does(order, "Transfer", "assignee", cast.strangerId, "reason", "我在外地"), "DISPATCHED");
        assertThat(cast.stranger.waiting()).contains(Cast.id(order));
        assertThat(cast.stranger.get(incident).status())
                .as("the order alone was handed over")
                .isEqualTo(404);
        assertThat(cast.engineer.does(order, "Accept").status())
                .as("it is the other's now")
                .isIn(403, 409);
        Cast.accept(cast.stranger.does(order, "Accept"), "ACCEPTED");
        Cast.accept(cast.stranger.does(order, "Return", "reason", "不在我片区"), "RAISED");
        assertThat(cast.stranger.get(order).status()).isEqualTo(404);
        Cast.accept(
                cast.dispatcher.does(
                        order, "Dispatch", "group", cast.group, "assignee", cast.engineerId, "reason", "回到原工程师"),
                "DISPATCHED");
        Cast.accept(cast.engineer.does(order, "Accept"), "ACCEPTED");
    }

    @Test
    void theRequesterDisputesAndLaterReopens() {
        var incident = cast.takeACall();
        cast.desk.does(incident, "Classify", "impact", "ONE_PERSON", "effect", "MINOR", "urgency", "LOW");
        Cast.accept(
                cast.desk.does(incident, "Dispatch", "group", cast.group, "assignee", cast.engineerId),
                "INVESTIGATING");
        Cast.accept(cast.engineer.does(incident, "Wait", "waitingFor", "REQUESTER", "text", "等单据编号"), "WAITING");
        assertThat(cast.clockOf(incident, "RESTORE")).startsWith("PAUSED");
        Cast.accept(cast.engineer.does(incident, "Resume"), "INVESTIGATING");
        resolveAndEvaluate(incident);
        Cast.accept(cast.requester.does(incident, "Dispute", "reason", "还是不行"), "INVESTIGATING");
        assertThat(cast.clockOf(incident, "RESTORE")).startsWith("RUNNING");
        resolveAndEvaluate(incident);
        Cast.accept(cast.requester.does(incident, "Verify"), "VERIFIED");
        Cast.accept(cast.desk.does(incident, "Close"), "CLOSED");
        Cast.accept(cast.requester.does(incident, "Reopen", "reason", "又坏了"), "INVESTIGATING");
        assertThat(cast.desk.get(incident).body().at("/details/reopenCount").asInt())
                .isEqualTo(1);
    }

    private void resolveAndEvaluate(String incident) {
        Cast.accept(
                cast.engineer.does(
                        incident, "Resolve", "code", "FIXED", "summary", "已修复", "test", "用户试用", "testResult", "PASSED"),
                "RESOLVED");
        Cast.accept(cast.dispatcher.does(incident, "Evaluate", "score", 3), "VERIFYING");
    }
}
