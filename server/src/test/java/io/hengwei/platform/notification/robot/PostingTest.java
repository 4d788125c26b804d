package io.hengwei.platform.notification.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// The queue and what sends from it, against a provider on this machine.
@HengweiTest
class PostingTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transactions;

    Receiver receiver;
    ChatGroup group;

    @BeforeEach
    void aRobot() throws IOException {
        receiver = new Receiver();
        group = new ChatGroup(context, receiver);
    }

    @AfterEach
    void nothingWaitsForAProviderThatIsGone() {
        group.switchOff();
        group.pass(Duration.ofDays(1));
        group.queue().take();
        receiver.close();
    }

    @Test
    void aMessageIsPostedSignedOnceItsTransactionIsCommitted() {
        assertThat(group.queue("一")).isTrue();
        assertThat(group.send()).isOne();
        assertThat(receiver.texts()).containsExactly("一\n一行\nhttps://example.org/");
        assertThat(group.log()).singleElement().satisfies(post -> {
            assertThat(post.state()).isEqualTo(PostState.SENT);
            assertThat(post.said()).isEqualTo("ok");
            assertThat(post.attempts()).isOne();
            assertThat(post.nextAt()).isNull();
        });
        assertThat(group.send()).isZero();
    }

    @Test
    void oneKeyIsOneMessageAndWhatIsTakenBackIsNone() {
        assertThat(group.queue("同一件事")).isTrue();
        assertThat(group.queue("同一件事")).isFalse();
        assertThatThrownBy(() -> Scope.asSystem(() -> transactions.execute(ignored -> {
                    group.robots.post(group.robot, "别的事", new RobotMessage("别的事", List.of(), null));
                    throw new IllegalStateException("taken back");
                })))
                .hasMessage("taken back");
        group.send();
        assertThat(receiver.texts()).hasSize(1);
        assertThat(group.log()).hasSize(1);
    }

    @Test
    void itIsQueuedInATransactionAloneAndByAnybody() {
        var robots = context.getBean(Robots.class);
        var message = new RobotMessage("x", List.of(), null);
        assertThatThrownBy(() -> robots.post(group.robot, "x", message))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(transactions.<Boolean>execute(ignored -> robots.post(group.robot, "nobody", message)))
                .isTrue();
        assertThat(transactions.<Boolean>execute(ignored -> robots.post(group.robot, "nobody", message)))
                .isFalse();
    }

    @Test
    void sendersAtTheSameTimePostEachMessageOnce() throws Exception {
        for (int i = 0; i < 18; i++) group.queue("m" + i);
        receiver.answer = exchange -> {
            Thread.sleep(20);
            Receiver.say(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        };
        var senders = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        i -> () -> group.sender().sendSome() + group.sender().sendSome())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int taken = 0;
            for (var sender : threads.invokeAll(senders)) taken += sender.get();
            assertThat(taken).isEqualTo(18);
        }
        assertThat(receiver.texts()).hasSize(18).doesNotHaveDuplicates();
    }

    @Test
    void noRobotIsToldMoreThanTwentyTimesAMinuteAlsoByManySenders() throws Exception {
        for (int i = 0; i < 50; i++) group.queue("m" + i);
        var senders = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        i -> () -> group.sender().sendSome() + group.sender().sendSome())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender : threads.invokeAll(senders)) sender.get();
        }
        assertThat(receiver.texts()).hasSize(20);
        group.pass(Duration.ofSeconds(59));
        assertThat(group.send()).isZero();
        group.pass(Duration.ofSeconds(2));
        assertThat(group.send()).isEqualTo(20);
        group.pass(Duration.ofSeconds(61));
        assertThat(group.send()).isEqualTo(10);
        assertThat(receiver.texts()).hasSize(50).doesNotHaveDuplicates();
        assertThat(receiver.texts().subList(0, 20)).allMatch(text -> text.matches("(?s)m1?\\d\n.*"));
    }

    @Test
    void whatIsRefusedIsTriedAgainWithGrowingPausesUntilItHasFailed() {
        receiver.answer = exchange ->
                Receiver.say(exchange, 200, "{\"errcode\":310000,\"errmsg\":\"keywords, " + Receiver.TOKEN + "\"}");
        group.queue("m");
        var pauses = new ArrayList<Duration>();
        Instant next = group.now();
        while (next != null) {
            group.pass(Duration.between(group.now(), next));
            assertThat(group.send()).isOne();
            next = group.log().getFirst().nextAt();
            if (next != null) pauses.add(Duration.between(group.now(), next));
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4));
        assertThat(receiver.heard).hasSize(6);
        assertThat(group.log().getFirst())
                .extracting("state", "reason", "said", "attempts")
                .containsExactly(PostState.FAILED, PostFailure.REFUSED, "310000: keywords, ***", 6);
    }

    @Test
    void anotherAttemptMaySucceed() {
        receiver.answer = exchange -> Receiver.say(exchange, 503, "");
        group.queue("m");
        group.send();
        assertThat(group.log().getFirst())
                .extracting("state", "reason", "said")
                .containsExactly(PostState.QUEUED, PostFailure.HTTP_ERROR, "HTTP 503");
        receiver.answer = exchange -> Receiver.say(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        group.pass(Duration.ofMinutes(2));
        group.send();
        assertThat(group.log().getFirst())
                .extracting("state", "reason", "said", "attempts")
                .containsExactly(PostState.SENT, null, "ok", 2);
    }

    @Test
    void aNodeThatDiesLeavesItsMessagesToTheOthers() {
        group.queue("m");
        assertThat(group.queue().take()).hasSize(1);
        assertThat(group.send()).isZero();
        group.pass(Duration.ofMinutes(6));
        assertThat(group.send()).isOne();
        assertThat(receiver.texts()).hasSize(1);
    }

    @Test
    void noRedirectIsFollowed() throws IOException {
        try (var elsewhere = new Receiver()) {
            receiver.answer = exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.address());
                Receiver.say(exchange, 307, "");
            };
            group.queue("m");
            group.send();
            assertThat(elsewhere.heard).isEmpty();
        }
        assertFailure(PostFailure.REDIRECTED);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        receiver.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var much = "{\"errcode\":0}".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 10_000; i++) exchange.getResponseBody().write(much);
        };
        group.queue("m");
        group.send();
        assertFailure(PostFailure.BROKEN_ANSWER);
    }

    @Test
    void whoeverAnswersDropByDropIsNotWaitedForAndHoldsUpNothingElse() throws IOException {
        receiver.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 20; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(1000);
            }
        };
        for (int i = 0; i < 5; i++) group.queue("m" + i);
        var began = System.nanoTime();
        group.send();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(14));
        assertThat(receiver.heard).hasSize(1);
        assertThat(group.log())
                .filteredOn(post -> post.reason() == PostFailure.TIMED_OUT)
                .hasSize(1);
        assertThat(group.log())
                .filteredOn(post -> post.reason() == null)
                .hasSize(4)
                .allSatisfy(post -> assertThat(post.attempts()).isZero());
    }

    @Test
    void whoeverDoesNotAnswerAtAllIsTriedLater() {
        receiver.close();
        group.queue("m1");
        group.queue("m2");
        assertThat(group.send()).isEqualTo(2);
        assertThat(group.log()).extracting(RobotQueries.Post::attempts).containsExactlyInAnyOrder(0, 1);
        assertFailure(PostFailure.NO_ANSWER);
    }

    @Test
    void aRobotWhoseAddressWasLostWithTheMasterKeySaysSo() {
        for (var value : List.of("decode('00', 'hex')", "null")) {
            Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> context.getBean(JdbcClient.class)
                    .sql("update notification.robot set sealed = " + value + " where id = ?")
                    .param(group.robot.value())
                    .update()));
            group.queue(value);
            assertThat(group.send()).isOne();
        }
        assertThat(group.log())
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.reason()).isEqualTo(PostFailure.SEALED));
    }

    @Test
    void aRobotThatIsSwitchedOffIsToldNothing() {
        group.queue("before");
        group.switchOff();
        group.queue("after");
        assertThat(group.send()).isZero();
        assertThat(receiver.heard).isEmpty();
        assertThat(group.log())
                .hasSize(2)
                .allSatisfy(post -> assertThat(post)
                        .extracting("state", "reason")
                        .containsExactly(PostState.NOT_SENT, PostFailure.SWITCHED_OFF));
    }

    private void assertFailure(PostFailure failure) {
        assertThat(group.log())
                .filteredOn(post -> post.reason() != null)
                .singleElement()
                .extracting("state", "reason")
                .containsExactly(PostState.QUEUED, failure);
    }
}
