package io.hengwei.platform.record.page;

import io.hengwei.platform.record.LinkType;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordClocks.ClockView;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record's page. `refs` names what ids in the details stand for. `actions` are what this person may do now, the
/// natural next one first. `asked` are those whose word it waits for.
public record RecordView(
        RecordId id,
        String kind,
        String number,
        String title,
        String description,
        String state,
        Phase phase,
        Turn turn,
        @Nullable String level,
        @Nullable String priority,
        long version,
        Refs.Unit unit,
        Refs.@Nullable Person requester,
        Refs.@Nullable Person assignee,
        Refs.@Nullable Group assignmentGroup,
        List<Refs.Person> asked,
        Refs.@Nullable System system,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant nextDueAt,
        Map<String, Object> details,
        Map<UUID, String> refs,
        List<Action> actions,
        List<ClockView> clocks,
        List<Link> links,
        List<Refs.Person> watchers,
        boolean watching,
        boolean canComment,
        boolean canNote,
        boolean canAttach) {
    /// @param schema JSON Schema of what the command asks for
    public record Action(String command, boolean primary, Map<String, Object> schema) {}

    public record Other(RecordId id, String kind, String number, String title, String state, Phase phase) {}

    public record Link(UUID id, LinkType type, boolean outgoing, Other record) {}
}
