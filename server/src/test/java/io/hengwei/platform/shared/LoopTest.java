package io.hengwei.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LoopTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final Bell bell = new Bell();

    private Loop loop(Loop.Work work) {
        return new Loop("test", work, bell, Clock.systemUTC(), Duration.ofMillis(1), 0);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(IntStream.of(1, 2, 3, 6, 7, 1_000).mapToObj(n -> Loop.pause(n, MINUTE)))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(32),
                        MINUTE,
                        MINUTE);
    }

    @Test
    void aLoopThatFailsSaysSoGoesOnAndIsWellAgain() throws Exception {
        var rounds = new AtomicInteger();
        var failing = new CountDownLatch(1);
        var mended = new CountDownLatch(1);
        var well = new CountDownLatch(1);
        var loop = loop(() -> {
            if (rounds.incrementAndGet() <= 2) throw new IllegalStateException("no luck");
            if (rounds.get() == 3) {
                failing.countDown();
                mended.await();
            }
            if (rounds.get() == 4) well.countDown();
            return rounds.get() < 4;
        });
        loop.start();
        try {
            assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(loop.state().failures()).isEqualTo(2);
            assertThat(loop.state().failingSince()).isNotNull();
            assertThat(loop.state().error()).contains("no luck");
            assertThat(new LoopHealth(List.of(loop)).health().getStatus()).isEqualTo(LoopHealth.DEGRADED);
            mended.countDown();
            assertThat(well.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(loop.state()).isEqualTo(new Loop.State("test", null, 0, null));
            assertThat(new LoopHealth(List.of(loop)).health().getStatus()).isEqualTo(Status.UP);
        } finally {
            loop.stop();
        }
    }

    @Test
    void anErrorEndsNoLoop() throws Exception {
        var rounds = new AtomicInteger();
        var again = new CountDownLatch(1);
        var loop = loop(() -> {
            if (rounds.incrementAndGet() == 1) throw new NoClassDefFoundError("half an upgrade");
            again.countDown();
            return false;
        });
        loop.start();
        assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
        loop.stop();
    }

    @Test
    void stoppingLetsThePresentRoundFinishAndItCanStartAgain() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var finished = new AtomicInteger();
        var loop = loop(() -> {
            begun.countDown();
            goOn.await();
            finished.incrementAndGet();
            return false;
        });
        loop.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        var stopping = Thread.startVirtualThread(loop::stop);
        while (loop.isRunning()) Thread.onSpinWait();
        assertThat(finished).hasValue(0);
        goOn.countDown();
        stopping.join();
        assertThat(finished).hasValue(1);
        loop.start();
        for (int i = 0; i < 1_000 && finished.get() == 1; i++) Thread.sleep(10);
        loop.stop();
        assertThat(finished).hasValueGreaterThan(1);
    }

    @Test
    void theBellWakesItAtOnce() throws Exception {
        var rounds = new AtomicInteger();
        var loop = loop(() -> {
            rounds.incrementAndGet();
            return false;
        });
        loop.start();
        for (int i = 0; i < 1_000 && rounds.get() < 5; i++) {
            bell.ring();
            Thread.sleep(1);
        }
        loop.stop();
        assertThat(rounds).hasValueGreaterThanOrEqualTo(5);
    }
}
