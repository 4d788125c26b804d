package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hengwei.platform.shared.Ids;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What the four may not do, and what is done once however often it is asked.
@HengweiTest
class StoryRefusalsTest {
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
    void aReportIsJudgedOnceAndWhatIsSentBackIsReportedAnew() {
        var leader = cast.voice(cast.people.person(cast.people.root(), "DUTY_LEADER"));
        var incident = cast.takeACall();
        assertThat(leader.waiting()).contains(Cast.id(incident));
        cast.desk.does(incident, "Classify", "impact", "ONE_PERSON", "effect", "MINOR", "urgency", "LOW");
        var order = cast.raise(incident);
        assertThat(cast.engineer.waiting())
                .as("the work is in the order")
                .contains(Cast.id(order))
                .doesNotContain(Cast.id(incident));
        Cast.accept(cast.engineer.does(order, "Accept"), "ACCEPTED");
        complete(order, "换了硒鼓");
        becomes(incident, "RESOLVED");
        assertThat(cast.dispatcher.waiting()).contains(Cast.id(incident)).doesNotContain(Cast.id(order));
        assertThat(leader.waiting())
                .as("who may not judge is not asked to")
                .doesNotContain(Cast.id(incident), Cast.id(order));

        Cast.accept(cast.dispatcher.does(order, "Rework", "reason", "没有试打"), "ACCEPTED");
        becomes(incident, "INVESTIGATING");
        complete(order, "换了硒鼓并试打二十页");
        becomes(incident, "RESOLVED");
        assertThat(cast.desk
                        .get(incident)
                        .body()
                        .at("/details/resolution/summary")
                        .asString())
                .isEqualTo("换了硒鼓并试打二十页");
        Cast.accept(cast.dispatcher.does(incident, "Evaluate", "score", 4, "comment", "这次清楚"), "VERIFYING");
        becomes(order, "CLOSED");
        assertThat(cast.dispatcher.get(order).body().at("/details/score").asInt())
                .isEqualTo(4);
        assertThat(cast.dispatcher.waiting()).doesNotContain(Cast.id(incident), Cast.id(order));
    }

    private void complete(String order, String result) {
        var report = new Object[] {
            "outcome",
            "SOLVED",
            "result",
            result,
            "startedAt",
            cast.ago(30),
            "endedAt",
            cast.ago(1),
            "minutes",
            29,
            "test",
            "试打",
            "testResult",
            "PASSED"
        };
        Cast.accept(cast.engineer.does(order, "Complete", report), "COMPLETED");
    }

    private void becomes(String record, String state) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> cast.desk.get(record).text("state").equals(state));
    }

    @Test
    void whatMustNotBeDoneIsRefused() {
        var incident = cast.takeACall();
        var graded = new Object[] {"impact", "ONE_UNIT", "effect", "IMPAIRED", "urgency", "HIGH"};
        assertThat(cast.desk.perform(incident, null, "Classify", graded).status())
                .isEqualTo(428);
        var stale = cast.desk.perform(incident, "77", "Classify", graded);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().at("/current/version").asInt()).isEqualTo(1);
        assertThat(cast.desk.does(incident, "Close").status()).isEqualTo(409);
        assertThat(cast.desk.does(incident, "Classify", "impact", "ONE_UNIT").status())
                .isEqualTo(400);
        assertThat(cast.requester.does(incident, "Classify", graded).status()).isEqualTo(403);
        assertThat(cast.stranger.perform(incident, "1", "Classify", graded).status())
                .isEqualTo(404);
        assertThat(cast.desk.get(incident).text("state")).isEqualTo("RECORDED");
    }

    @Test
    void aRequestSentTwiceIsDoneOnce() {
        var key = Ids.next().toString();
        var call = cast.call("键盘失灵");
        var first = cast.desk.post("/api/intake/desk", call, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(cast.desk
                        .post("/api/intake/desk", call, "Idempotency-Key", key)
                        .text("id"))
                .isEqualTo(first.text("id"));
        assertThat(cast.desk
                        .post("/api/intake/desk", cast.call("别的事"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(cast.requester.get("/api/incidents").body().path("count").asInt())
                .isEqualTo(1);
    }
}
