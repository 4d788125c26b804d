package io.hengwei.platform.audit.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something in the ledger that stands out.
///
/// @param key the same thing has the same key, however often it is found
/// @param times how often it happened, or how much it was
/// @param lines of the journal that prove it
record Anomaly(Rule rule, String key, @Nullable UUID person, Instant happenedAt, int times, List<UUID> lines) {
    enum Rule {
        NIGHT_SIGN_IN,
        MASS_EXPORT,
        MANY_REFUSALS,
        FAILED_SIGN_INS,
        SHORT_GRANT
    }

    static String key(Rule rule, Object... of) {
        return rule + " "
                + String.join(
                        " ", java.util.Arrays.stream(of).map(Object::toString).toList());
    }
}
