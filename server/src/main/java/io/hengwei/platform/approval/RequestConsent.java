package io.hengwei.platform.approval;

import io.hengwei.platform.record.Unheld;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The opening of a consent: which operation waits, and the hash of all that was frozen.
record RequestConsent(
        String operation, String subjectKind, @Nullable UUID subject, String hash) implements Unheld {}
