package io.hengwei.platform.record;

import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds rows of a module's own schema to the transaction of every command, in the same round trip. Only clocks and
/// consent do.
public interface CommandContributor {
    /// @param from null when the record is being opened
    /// @param changed what people look for and has another value now: `level`, `system`, `assignmentGroup`
    record Context(
            RecordType<?, ?, ?> type,
            ProcessRecord<?, ?> record,
            Operation command,
            Set<String> changed,
            @Nullable RecordState from,
            RecordState to,
            UserId by,
            Instant at) {
        public boolean opening() {
            return from == null;
        }
    }

    /// @param nextDue when the record's next time limit ends, null for none; `known` false leaves the card's as it is
    record Contribution(
            List<Statement> statements,
            boolean known,
            @Nullable Instant nextDue) {
        public static final Contribution NONE = new Contribution(List.of(), false, null);
    }

    Contribution contribute(Context context);
}
