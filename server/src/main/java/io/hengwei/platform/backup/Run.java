package io.hengwei.platform.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A backup or the proof of one, as the log keeps it.
record Run(
        UUID id,
        Kind kind,
        Cause cause,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Result result,
        @Nullable String reason,
        @Nullable UUID proved,
        @Nullable String file,
        @Nullable Instant removedAt) {
    enum Kind {
        BACKUP,
        VERIFICATION
    }

    enum Cause {
        SCHEDULED,
        BY_HAND
    }

    enum Result {
        SUCCEEDED,
        FAILED
    }
}
