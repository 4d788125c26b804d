package io.hengwei.platform.record.feed;

import io.hengwei.platform.record.History;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One line as consumers get it. Across records the order is nearly that of the commits; within a record the version
/// decides.
///
/// @param seq the line's place in the feed: gap-free, never reused
/// @param subject the record, or what an administrative act changed
/// @param body what was supplied, in the stored form of `schema`
public record JournalLine(
        long seq,
        UUID id,
        UUID subject,
        String kind,
        long version,
        @Nullable UnitId unit,
        String command,
        int schema,
        JsonNode body,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable Phase fromPhase,
        @Nullable Phase toPhase,
        UserId actor,
        Instant happenedAt,
        Instant recordedAt) {
    /// Something that happened in another system, perhaps years ago: nobody is told of it now.
    public boolean isHistory() {
        return command.startsWith(History.PREFIX);
    }

    public String text(String field) {
        return body.path(field).asString("");
    }
}
