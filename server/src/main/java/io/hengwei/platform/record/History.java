package io.hengwei.platform.record;

import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes history from elsewhere, in sets: cards and journal lines that keep the instant at which something happened.
/// No clock starts for what is long past, and nobody is told: consumers know such lines by their commands, which begin
/// with `Imported`.
@Component
public class History {
    public static final String PREFIX = "Imported";

    private static final String CARD = """
        insert into record.record_card (id, kind, number, title, state, phase, turn, priority, unit, assignment_group, opened_at, updated_at, done_at, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set title = excluded.title, state = excluded.state, phase = excluded.phase, turn = excluded.turn, priority = excluded.priority,
            assignment_group = excluded.assignment_group, opened_at = excluded.opened_at, updated_at = excluded.updated_at, done_at = excluded.done_at,
            version = excluded.version""";

    private final JdbcClient db;
    private final Journal journal;
    private final Batch batch;
    private final Bell feedBell;

    History(JdbcClient db, Journal journal, Batch batch, Bell feedBell) {
        this.db = db;
        this.journal = journal;
        this.batch = batch;
        this.feedBell = feedBell;
    }

    /// So many numbers at once.
    public List<String> numbers(RecordType<?, ?, ?> type, int count) {
        return db
                .sql("select nextval(cast('record.number_' || lower(?) as regclass)) from generate_series(1, ?)")
                .param(type.prefix())
                .param(count)
                .query(Long.class)
                .list()
                .stream()
                .map(value -> "%s%07d".formatted(type.prefix(), value))
                .toList();
    }

    /// Belongs to the transaction that writes the records' own rows.
    public void write(RecordType<?, ?, ?> type, List<Past> records) {
        var statements = new ArrayList<Statement>();
        for (var past : records) statements.add(card(type, past));
        for (var past : records) statements.addAll(lines(type, past));
        feedBell.ringAfterCommit();
        batch.runMany(statements);
    }

    private static Statement card(RecordType<?, ?, ?> type, Past past) {
        var values = Arrays.<@Nullable Object>asList(
                past.id(),
                type.kind(),
                past.number(),
                past.title(),
                past.state().name(),
                past.state().phase(),
                past.state().turn(),
                past.priority(),
                past.unit(),
                past.group(),
                past.openedAt(),
                past.updatedAt(),
                past.doneAt(),
                past.version());
        values.replaceAll(value -> value == null ? null : SqlValues.of(value));
        return new Statement(CARD, values);
    }

    private List<Statement> lines(RecordType<?, ?, ?> type, Past past) {
        var statements = new ArrayList<Statement>();
        var version = past.version() - past.lines().size();
        for (var line : past.lines()) {
            if (!line.command().startsWith(PREFIX)) throw new IllegalArgumentException(line.command());
            var entry = new Journal.Entry(
                    past.id().value(),
                    type.kind(),
                    ++version,
                    past.unit(),
                    line.command(),
                    line.body(),
                    Map.of(),
                    line.from(),
                    line.to(),
                    Scope.current().me(),
                    line.at());
            statements.add(journal.line(line.id(), entry));
        }
        return statements;
    }
}
