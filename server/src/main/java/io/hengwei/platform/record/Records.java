package io.hengwei.platform.record;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.stereotype.Component;

/// Loads records and saves them: row, card, journal line and contributed rows in one round trip.
@Component
class Records {
    private static final String INSERT_CARD = """
        insert into record.record_card (kind, number, title, state, phase, turn, level, priority, unit, requester, assignment_group, assignee,
            system, system_class, opened_at, updated_at, done_at, participants, asked, version, next_due_at, id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE_CARD = """
        update record.record_card set kind = ?, number = ?, title = ?, state = ?, phase = ?, turn = ?, level = ?, priority = ?, unit = ?,
            requester = ?, assignment_group = ?, assignee = ?, system = ?, system_class = ?, opened_at = ?, updated_at = ?, done_at = ?,
            participants = ?, asked = ?, version = ?%s
        where id = ?""";

    private final JdbcAggregateTemplate aggregates;
    private final RelationalMappingContext mapping;
    private final Journal journal;
    private final List<CommandContributor> contributors;
    private final ConcurrentHashMap<Class<?>, RowShape> shapes = new ConcurrentHashMap<>();

    Records(
            JdbcAggregateTemplate aggregates,
            RelationalMappingContext mapping,
            Journal journal,
            List<CommandContributor> contributors) {
        this.aggregates = aggregates;
        this.mapping = mapping;
        this.journal = journal;
        this.contributors = contributors;
    }

    <R extends ProcessRecord<?, ?>> R load(Class<R> type, RecordId id) {
        var record = aggregates.findById(id, type);
        if (record == null) throw new NotFound(id);
        return record;
    }

    Statement lock(RecordType<?, ?, ?> type, List<RecordId> ids) {
        return Statement.of(shape(type.aggregate()).lock(), SqlValues.of(ids));
    }

    /// The statements that save a record; the first must change exactly one row.
    List<Statement> statements(RecordType<?, ?, ?> type, ProcessRecord<?, ?> record) {
        var fresh = record.version() == 0;
        var statements = new ArrayList<Statement>();
        statements.add(shape(type.aggregate()).save(record));
        var contributions = new ArrayList<CommandContributor.Contribution>();
        for (var done : record.story().take(record)) {
            statements.add(journal.line(new Journal.Entry(
                    record.id().value(),
                    type.kind(),
                    record.version() + 1,
                    record.unit(),
                    done.command().commandName(),
                    done.command(),
                    done.changed(),
                    done.from(),
                    done.to(),
                    done.by(),
                    done.at())));
            var context = new CommandContributor.Context(
                    type,
                    record,
                    done.command(),
                    done.changed().keySet(),
                    done.from(),
                    done.to(),
                    done.by(),
                    done.at());
            for (var contributor : contributors) contributions.add(contributor.contribute(context));
        }
        contributions.forEach(c -> statements.addAll(c.statements()));
        var due = contributions.stream()
                .filter(CommandContributor.Contribution::known)
                .reduce((a, b) -> b)
                .orElse(null);
        statements.add(card(type, record, fresh, due));
        record.saved();
        return statements;
    }

    private RowShape shape(Class<?> aggregate) {
        return shapes.computeIfAbsent(aggregate, c -> new RowShape(mapping, c));
    }

    private static Statement card(
            RecordType<?, ?, ?> type,
            ProcessRecord<?, ?> r,
            boolean fresh,
            CommandContributor.@Nullable Contribution due) {
        var state = (RecordState) r.state();
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                type.kind(),
                r.number(),
                r.title(),
                state.name(),
                state.phase(),
                state.turn(),
                r.level(),
                r.priority(),
                r.unit(),
                r.requester(),
                r.assignmentGroup(),
                r.assignee(),
                r.system(),
                r.systemClass(),
                r.openedAt(),
                r.updatedAt(),
                r.doneAt(),
                orNull(r.participants()),
                orNull(r.asked()),
                r.version() + 1));
        Instant nextDue = due == null ? null : due.nextDue();
        var over = state.phase() == Phase.DONE;
        if (fresh || over || due != null) values.add(over ? null : nextDue);
        values.add(r.id());
        values.replaceAll(v -> v == null ? null : SqlValues.of(v));
        return new Statement(
                fresh ? INSERT_CARD : UPDATE_CARD.formatted(over || due != null ? ", next_due_at = ?" : ""), values);
    }

    private static @Nullable Set<UserId> orNull(Set<UserId> people) {
        return people.isEmpty() ? null : people;
    }

    static void requireOne(int changed, RecordType<?, ?, ?> type, ProcessRecord<?, ?> record) {
        if (changed != 1) throw new Stale(Ack.of(type, record));
    }
}
