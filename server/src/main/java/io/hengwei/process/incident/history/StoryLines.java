package io.hengwei.process.incident.history;

import io.hengwei.platform.record.Past;
import io.hengwei.process.incident.IncidentState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells events as a story: each line says what changed by it, in commands named as ours with `Imported` before them.
final class StoryLines {
    private StoryLines() {}

    static List<Past.Line> of(Merge merge) {
        var lines = new ArrayList<Past.Line>();
        var known = merge.known();
        var before = known == null ? null : known.last();
        for (var row : merge.fresh()) {
            var event = row.event();
            var follows = before != null && Event.IN_TIME.compare(before, event) <= 0;
            var previous = follows ? before : null;
            var command = previous == null && known != null ? "Update" : command(previous, event);
            lines.add(new Past.Line(
                    id(row),
                    "Imported" + command,
                    body(previous, event),
                    from(known, previous, event),
                    event.state(),
                    event.at()));
            if (before == null || follows) before = event;
        }
        return lines;
    }

    /// Where it was before; an event that turns up between two known ones moves nothing.
    private static @Nullable IncidentState from(Merge.@Nullable Known known, @Nullable Event before, Event event) {
        if (before != null) return before.state();
        return known == null ? null : event.state();
    }

    /// Its place in the story is the instant at which it happened, then the log's own order.
    private static UUID id(Merge.Row row) {
        var order = Math.clamp(row.event().order(), 0, 0xFFF);
        var high = row.event().at().toEpochMilli() << 16 | 0x7000 | order;
        return new UUID(high, row.key() >>> 2 | 0x8000_0000_0000_0000L);
    }

    private static String command(@Nullable Event before, Event event) {
        if (before == null) return "Open";
        if (before.state() != event.state()) return move(before.state(), event.state());
        if (!Objects.equals(group(before), group(event)) || !Objects.equals(before.person(), event.person()))
            return "Dispatch";
        if (before.facts().priority() != event.facts().priority()) return "Regrade";
        return Objects.equals(before.facts().category(), event.facts().category()) ? "Update" : "Classify";
    }

    private static String move(IncidentState from, IncidentState to) {
        return switch (to) {
            case WAITING -> "Wait";
            case RESOLVED -> "Resolve";
            case CLOSED -> "Close";
            case CANCELLED -> "Cancel";
            default ->
                switch (from) {
                    case WAITING -> "Resume";
                    case RESOLVED, VERIFYING, VERIFIED, CLOSED -> "Reopen";
                    default -> "Dispatch";
                };
        };
    }

    private static Map<String, Object> body(@Nullable Event before, Event event) {
        var body = new LinkedHashMap<String, Object>();
        if (event.by() != null) body.put("by", event.by());
        if (before == null) {
            body.put("externalNumber", event.number());
            if (!event.facts().description().isEmpty())
                body.put("description", event.facts().description());
        }
        var old = before == null ? Map.<String, @Nullable Object>of() : values(before);
        values(event).forEach((name, value) -> {
            if (value != null && !value.equals(old.get(name))) body.put(name, value);
        });
        return body;
    }

    private static Map<String, @Nullable Object> values(Event event) {
        var facts = event.facts();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("originalState", event.originalState());
        values.put("waitingFor", event.waitingFor());
        values.put("groupName", facts.group());
        values.put("assigneeName", event.person());
        values.put("priority", facts.priority());
        values.put("category", facts.category());
        values.put("problemReference", facts.problem());
        values.put("changeReference", facts.change());
        return values;
    }

    private static @Nullable String group(Event event) {
        return event.facts().group();
    }
}
