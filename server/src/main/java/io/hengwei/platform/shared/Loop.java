package io.hengwei.platform.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Work that goes on as long as the program runs: at once while there is more to do, else when the bell rings or a
/// second has gone by. After a failure it pauses, each time twice as long; how it stands, everybody can see
/// (`LoopHealth`).
public final class Loop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @FunctionalInterface
    public interface Work {
        /// @return whether there may be more to do at once
        boolean round() throws InterruptedException;
    }

    /// @param failingSince null while it goes well
    /// @param failures how many in a row
    public record State(
            String name,
            @Nullable Instant failingSince,
            int failures,
            @Nullable String error) {}

    private final String name;
    private final Work work;
    private final Bell bell;
    private final Clock clock;
    private final Duration longestPause;
    private final int phase;
    private final State well;
    private volatile State state;
    private volatile boolean running;
    private Bell stopping = new Bell();
    private Thread thread = new Thread();

    public Loop(String name, Work work, Bell bell, Clock clock) {
        this(name, work, bell, clock, LONGEST_PAUSE, DEFAULT_PHASE);
    }

    /// @param phase when it starts and stops, as `SmartLifecycle` counts
    public Loop(String name, Work work, Bell bell, Clock clock, Duration longestPause, int phase) {
        this.name = name;
        this.work = work;
        this.bell = bell;
        this.clock = clock;
        this.longestPause = longestPause;
        this.phase = phase;
        well = new State(name, null, 0, null);
        state = well;
    }

    public State state() {
        return state;
    }

    private void run() {
        try {
            while (running) {
                if (!round()) bell.await(IDLE);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", name);
        }
    }

    private boolean round() throws InterruptedException {
        try {
            var more = work.round();
            if (state.failures() > 0) LOG.info("{} goes on after {} failures", name, state.failures());
            state = well;
            return more;
        } catch (RuntimeException | Error e) {
            if (running) pauseAfter(e);
            return true;
        }
    }

    private void pauseAfter(Throwable e) throws InterruptedException {
        var since = state.failingSince() == null ? clock.instant() : state.failingSince();
        state = new State(name, since, state.failures() + 1, String.valueOf(e));
        if (state.failures() == 1) LOG.error("{} failed and is tried again", name, e);
        else LOG.warn("{} failed {} times in a row: {}", name, state.failures(), state.error());
        stopping.await(pause(state.failures(), longestPause));
    }

    /// One second, two, four …, up to the longest.
    public static Duration pause(int failures, Duration longest) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(failures - 1, 0, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    @Override
    public void start() {
        stopping = new Bell();
        state = well;
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /// Lets the present round be finished: an interrupt would break its connection.
    @Override
    public void stop() {
        running = false;
        stopping.ring();
        bell.ring();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
