package io.hengwei.platform.record;

import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record whose life, or a stretch of it, happened in another system: where it stands now, and the lines of its story
/// that are new here.
///
/// @param version how many lines it has had with these
public record Past(
        RecordId id,
        String number,
        String title,
        RecordState state,
        @Nullable String priority,
        UnitId unit,
        @Nullable GroupId group,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant doneAt,
        long version,
        List<Line> lines) {
    /// @param id made from the instant, so that the story is told in the order in which it happened
    /// @param body what the other system knew of it
    public record Line(
            UUID id, String command, Object body, @Nullable RecordState from, RecordState to, Instant at) {}
}
