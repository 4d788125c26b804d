package io.hengwei.platform.record;

import io.hengwei.platform.shared.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The last question before an act is applied: does it need a second person? The module on consent answers; until it is
/// there,
/// everything that permission and life cycle let through is allowed.
public interface Gate {
    sealed interface Verdict {
        record Allowed() implements Verdict {}

        record Refused(String reason) implements Verdict {}

        /// The act is frozen until somebody consents; the person is answered 202 with the consent's id.
        record Held(UUID consent) implements Verdict {}
    }

    Verdict.Allowed ALLOWED = new Verdict.Allowed();

    Verdict judge(Operation operation, @Nullable RecordId record, long seenVersion, Scope scope);
}
