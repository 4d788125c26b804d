package io.hengwei.platform.record;

import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes journal lines. The journal is history, outbox and the ledger's source at once: nobody writes history
/// elsewhere.
@Component
public class Journal {
    /// Version of the form in which bodies are stored; stored bodies are never read back into today's classes.
    static final int SCHEMA = 1;

    private static final String INSERT = """
        insert into record.journal (id, subject, kind, version, unit, command, schema, body, from_state, to_state, from_phase, to_phase, actor, happened_at, consent)
        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?)""";

    private final JsonMapper json;

    Journal(JsonMapper json) {
        this.json = json;
    }

    /// @param subject the record, or the thing an administrative act changed
    /// @param version the subject's version after the act
    /// @param body what the person supplied, as an object that becomes JSON
    /// @param changed old and new values worth telling, kept as the body's `changed`
    public record Entry(
            UUID subject,
            String kind,
            long version,
            @Nullable UnitId unit,
            String command,
            Object body,
            Map<String, ?> changed,
            @Nullable RecordState from,
            @Nullable RecordState to,
            UserId by,
            Instant at) {
        /// An act that changes no state.
        public static Entry plain(
                UUID subject,
                String kind,
                long version,
                @Nullable UnitId unit,
                Operation operation,
                UserId by,
                Instant at) {
            return new Entry(
                    subject, kind, version, unit, operation.commandName(), operation, Map.of(), null, null, by, at);
        }
    }

    public Statement line(Entry entry) {
        return line(Ids.next(), entry);
    }

    /// A line whose place in the story is not its moment of writing.
    Statement line(UUID id, Entry entry) {
        return Statement.of(
                INSERT,
                id,
                entry.subject(),
                entry.kind(),
                entry.version(),
                entry.unit() == null ? null : entry.unit().value(),
                entry.command(),
                SCHEMA,
                body(entry),
                name(entry.from()),
                name(entry.to()),
                phase(entry.from()),
                phase(entry.to()),
                entry.by().value(),
                entry.at().atOffset(ZoneOffset.UTC),
                Consent.current().orElse(null));
    }

    private String body(Entry entry) {
        if (entry.changed().isEmpty()) return json.writeValueAsString(entry.body());
        var body = (ObjectNode) json.valueToTree(entry.body());
        body.set("changed", json.valueToTree(entry.changed()));
        return json.writeValueAsString(body);
    }

    private static @Nullable String name(@Nullable RecordState state) {
        return state == null ? null : state.name();
    }

    private static @Nullable String phase(@Nullable RecordState state) {
        return state == null ? null : state.phase().name();
    }
}
