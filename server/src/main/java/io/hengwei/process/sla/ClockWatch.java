package io.hengwei.process.sla;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the sweeper on this node, every second.
@Component
class ClockWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final long PAUSE = 1_000;

    private final ClockSweeper sweeper;
    private final CalendarFollower follower;
    private volatile boolean running;
    private CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread = new Thread();

    ClockWatch(ClockSweeper sweeper, CalendarFollower follower) {
        this.sweeper = sweeper;
        this.follower = follower;
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("clock-watch").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                while (running && sweeper.sweep() == ClockSweeper.SET) continue;
                follower.follow();
            } catch (RuntimeException e) {
                if (running) LOG.error("Clocks could not be watched for a moment", e);
            }
            pause();
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /// Lets the present set be finished: an interrupt would break its connection.
    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
