package io.hengwei.operations.monitoring;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One alert as we understand it, whoever sent it.
///
/// @param position in its delivery
/// @param fingerprint the source's name for what it watches: equal for all that is said of one trouble
/// @param ci what it concerns, as the source calls it
/// @param truncated how many alerts of its group the source left out
record Alert(
        int position,
        Status status,
        String fingerprint,
        String name,
        @Nullable String ci,
        @Nullable String value,
        @Nullable String sourceSeverity,
        String title,
        String text,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        @Nullable Instant endsAt,
        int truncated) {
    enum Status {
        FIRING,
        RESOLVED
    }

    boolean isFiring() {
        return status == Status.FIRING;
    }
}
