package io.hengwei.platform.record.page;

import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A record's story: its journal lines, oldest first. Internal notes, and what the dispatcher thinks of
/// the report, are left out for whoever only requested it.
@Component
@Transactional(readOnly = true)
class Timeline {
    private static final int PAGE = 200;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    enum Kind {
        COMMAND,
        COMMENT,
        NOTE,
        NOTICE
    }

    /// @param refs display names of the ids that stand in the body
    record Entry(
            UUID id,
            long version,
            Instant at,
            Refs.@Nullable Person by,
            String command,
            Kind kind,
            @Nullable String from,
            @Nullable String to,
            Map<String, Object> body,
            Map<UUID, String> refs) {}

    private record Line(
            UUID id,
            long version,
            Instant happenedAt,
            UUID actor,
            String command,
            @Nullable String fromState,
            @Nullable String toState,
            String body) {}

    private final JdbcClient db;
    private final RecordCards cards;
    private final Names names;
    private final JsonMapper json;

    Timeline(JdbcClient db, RecordCards cards, Names names, JsonMapper json) {
        this.db = db;
        this.cards = cards;
        this.names = names;
        this.json = json;
    }

    /// History lies in months of the database's own clock, which wrote them: of those before the opening and those
    /// to come none is asked.
    Slice<Entry> of(RecordId record, @Nullable UUID after) {
        var card = cards.visible(record);
        var lines = db.sql("""
            select id, version, happened_at, actor, command, from_state, to_state,
                case when :notes or command <> 'Evaluate' then body else '{}' end::text as body
            from record.journal
            where subject = :record and (cast(:after as uuid) is null or id > cast(:after as uuid)) and (:notes or command not in ('WorkNote', 'RecordWork'))
                and recorded_at >= least(cast(:opened as timestamptz), now()) - interval '1 day' and recorded_at <= now() + interval '1 day'
            order by id limit :limit""")
                .param("record", record.value())
                .param("after", after)
                .param("notes", card.seesNotes())
                .param("opened", SqlValues.of(card.openedAt()))
                .param("limit", PAGE + 1)
                .query(Rows.of(Line.class))
                .list();
        var shown = lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
        return new Slice<>(
                entries(shown), lines.size() > PAGE ? shown.getLast().id().toString() : null, null, false);
    }

    private List<Entry> entries(List<Line> lines) {
        var people = names.people(lines.stream().map(Line::actor).distinct().toList());
        var bodies = lines.stream().map(l -> json.readTree(l.body())).toList();
        var ids = new HashSet<UUID>();
        bodies.forEach(b -> ids.addAll(idsIn(b)));
        var known = names.anything(ids);
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(i -> entry(lines.get(i), bodies.get(i), people, known))
                .toList();
    }

    private Entry entry(Line line, JsonNode body, Map<UUID, Refs.Person> people, Map<UUID, String> known) {
        var refs = new java.util.HashMap<UUID, String>();
        idsIn(body).forEach(id -> refs.computeIfAbsent(id, known::get));
        return new Entry(
                line.id(),
                line.version(),
                line.happenedAt(),
                people.get(line.actor()),
                line.command(),
                kind(line.command()),
                line.fromState(),
                line.toState(),
                json.treeToValue(body, OBJECT),
                refs);
    }

    private static Kind kind(String command) {
        return switch (command) {
            case "Comment" -> Kind.COMMENT;
            case "WorkNote" -> Kind.NOTE;
            case "ClockWarned", "ClockBreached", "ClockEscalated", "ClockCorrected", "Overdue" -> Kind.NOTICE;
            default -> Kind.COMMAND;
        };
    }

    static Set<UUID> idsIn(JsonNode body) {
        var ids = new HashSet<UUID>();
        for (var value : body.values()) {
            if (value.isContainer()) ids.addAll(idsIn(value));
            if (value.isString() && value.asString().length() == 36) {
                try {
                    ids.add(UUID.fromString(value.asString()));
                } catch (IllegalArgumentException e) {
                    continue; // thirty-six letters that are no id
                }
            }
        }
        return ids;
    }
}
