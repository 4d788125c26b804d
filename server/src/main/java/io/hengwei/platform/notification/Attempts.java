package io.hengwei.platform.notification;

import java.time.Duration;
import java.util.List;

/// What every way out does alike: how long a node has what it took from a queue, how the pauses between attempts grow,
/// how much of a reason is kept.
public final class Attempts {
    /// Should the node die, another takes it again after that.
    public static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private static final int LONGEST_REASON = 300;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private Attempts() {}

    /// @param attempts how many have failed, this one among them
    public static Duration pauseAfter(int attempts) {
        return PAUSES.get(Math.clamp(attempts, 1, PAUSES.size()) - 1);
    }

    public static String kept(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
