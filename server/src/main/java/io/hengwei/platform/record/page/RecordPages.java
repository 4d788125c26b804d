package io.hengwei.platform.record.page;

import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordClocks;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Puts a record's page together, the same way for every kind.
@Component
@Transactional(readOnly = true)
public class RecordPages {
    /// What the dispatcher thinks of the handler's report is between the two.
    private static final Set<String> INTERNAL = Set.of("evaluation", "score");

    private final Operations operations;
    private final RecordCards cards;
    private final Optional<RecordClocks> clocks;
    private final Names names;
    private final JdbcClient db;
    private final JsonMapper json;

    RecordPages(
            Operations operations,
            RecordCards cards,
            Optional<RecordClocks> clocks,
            Names names,
            JdbcClient db,
            JsonMapper json) {
        this.operations = operations;
        this.cards = cards;
        this.clocks = clocks;
        this.names = names;
        this.db = db;
        this.json = json;
    }

    public <R extends ProcessRecord<?, ?>> RecordView of(RecordType<R, ?, ?> type, RecordId id) {
        var record = operations.visible(type, id);
        var card = cards.visible(id);
        var details = new LinkedHashMap<>(type.details().apply(record));
        if (!card.seesNotes()) details.keySet().removeAll(INTERNAL);
        var people = names.people(record.requester(), record.assignee());
        var watchers = watchers(id);
        return new RecordView(
                id,
                type.kind(),
                record.number(),
                record.title(),
                record.description(),
                card.state(),
                card.phase(),
                card.turn(),
                card.level(),
                card.priority(),
                record.version(),
                names.unit(record.unit()),
                person(people, record.requester()),
                person(people, record.assignee()),
                names.group(record.assignmentGroup()),
                named(card.asked()),
                names.system(record.system()),
                record.openedAt(),
                record.updatedAt(),
                card.nextDueAt(),
                details,
                names.anything(Timeline.idsIn(json.valueToTree(details))),
                actions(type, record, details),
                clocks.map(c -> c.of(id)).orElse(List.of()),
                links(id),
                watchers,
                watchers.stream()
                        .anyMatch(w -> w.id().equals(Scope.current().me().value())),
                card.allows("comment"),
                card.allows("note"),
                card.allows("attach"));
    }

    private <R extends ProcessRecord<?, ?>> List<RecordView.Action> actions(
            RecordType<R, ?, ?> type, R record, Map<String, Object> details) {
        var possible = type.possible(record, Scope.current());
        return possible.stream()
                .map(command -> new RecordView.Action(
                        command.getSimpleName(), command == possible.getFirst(), CommandSchema.of(command, details)))
                .toList();
    }

    private static Refs.@Nullable Person person(
            Map<UUID, Refs.Person> people, io.hengwei.platform.shared.@Nullable UserId id) {
        return id == null ? null : people.get(id.value());
    }

    private List<Refs.Person> watchers(RecordId id) {
        var ids = db.sql("select person from record.watcher where record = ? order by since limit 100")
                .param(id.value())
                .query(UUID.class)
                .list();
        return named(ids);
    }

    private List<Refs.Person> named(List<UUID> ids) {
        var people = names.people(ids);
        return ids.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    private List<RecordView.Link> links(RecordId id) {
        return db.sql("""
            select l.id, l.type, l.source = :id as outgoing, c.id as record_id, c.kind as record_kind, c.number as record_number, c.title as record_title,
                c.state as record_state, c.phase as record_phase
            from record.link l join record.record_card c on c.id = case when l.source = :id then l.target else l.source end
            where l.source = :id or l.target = :id order by l.made_at limit 200""")
                .param("id", id.value())
                .query(Rows.of(RecordView.Link.class))
                .list();
    }

    RecordCard card(RecordId id) {
        return cards.visible(id);
    }
}
