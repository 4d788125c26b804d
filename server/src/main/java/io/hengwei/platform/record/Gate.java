package io.hengwei.platform.record;

import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The last question before an act is applied, when permission and life cycle have let it through: does it need a
/// second person, a fresh proof of who is there? Every module with a say declares one as a bean; the first that does
/// not allow decides. What the system does, and what follows from an act already permitted, is asked as well: a gate
/// lets it pass by `Scope.trusted`.
public interface Gate {
    /// What is about to be done.
    ///
    /// @param permission under which it is allowed (`grant:manage`); null where the act itself is the permission
    /// @param kind of the thing it is done to (`INCIDENT`, `PERSON`, `SETTING`)
    /// @param subject the thing; null while it is being made by this very act
    /// @param unit to which the thing belongs; null where it is nobody's in particular
    /// @param seenVersion in which the person saw the thing; 0 where it has none
    /// @param takesTwo whether it counts only when a second person who is here confirms it, whatever the rules say
    /// @param facts the thing's own fields by name, for rules that depend on them
    record Proposal(
            Operation operation,
            @Nullable String permission,
            String kind,
            @Nullable UUID subject,
            @Nullable UnitId unit,
            long seenVersion,
            boolean takesTwo,
            Supplier<Map<String, Object>> facts) {
        public Proposal(
                Operation operation,
                @Nullable String permission,
                String kind,
                @Nullable UUID subject,
                @Nullable UnitId unit,
                long seenVersion,
                Supplier<Map<String, Object>> facts) {
            this(operation, permission, kind, subject, unit, seenVersion, false, facts);
        }
    }

    sealed interface Verdict {
        record Allowed() implements Verdict {}

        record Refused(String reason) implements Verdict {}

        /// The act is frozen until somebody consents; the person is answered 202 with the consent's id.
        record Held(UUID consent) implements Verdict {}
    }

    Verdict.Allowed ALLOWED = new Verdict.Allowed();

    Verdict judge(Proposal proposal, Scope scope);
}
