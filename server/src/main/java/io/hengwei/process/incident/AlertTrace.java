package io.hengwei.process.incident;

import java.time.Instant;

/// What a monitoring system saw: identical alerts are counted here, not opened again (INC-04).
record AlertTrace(String source, String fingerprint, int count, Instant lastSeen) {
    AlertTrace seenAgain(int count, Instant at) {
        return new AlertTrace(source, fingerprint, count, at);
    }
}
