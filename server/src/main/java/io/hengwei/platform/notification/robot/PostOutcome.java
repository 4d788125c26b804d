package io.hengwei.platform.notification.robot;

import org.jspecify.annotations.Nullable;

/// What became of one attempt.
///
/// @param failure null when the robot took the message
/// @param said in the words of whoever answered; null where nobody did
record PostOutcome(@Nullable PostFailure failure, @Nullable String said) {
    static PostOutcome of(PostFailure failure) {
        return new PostOutcome(failure, null);
    }

    /// Whether others behind it in the queue would fare no better.
    boolean unanswered() {
        return failure == PostFailure.NO_ANSWER || failure == PostFailure.TIMED_OUT;
    }
}
