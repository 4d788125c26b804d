package io.hengwei.platform.record.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal as the ledger reads it: ranges of the feed, every column that means something as text that no setting of
/// a session changes. Works on any connection that sees the whole journal, also while the program is stopped.
public record LedgerLines(JdbcClient db) {
    /// What the journal's columns are called and how each becomes text, in the order in which they are hashed. A column
    /// that comes later is added at the end and may be null: so what was sealed before it keeps its hash.
    public static final List<Column> COLUMNS = List.of(
            Column.plain("id"),
            Column.plain("subject"),
            Column.plain("kind"),
            Column.plain("version"),
            Column.plain("unit"),
            Column.plain("command"),
            Column.plain("schema"),
            Column.plain("body"),
            Column.plain("from_state"),
            Column.plain("to_state"),
            Column.plain("from_phase"),
            Column.plain("to_phase"),
            Column.plain("actor"),
            Column.instant("happened_at"),
            Column.instant("recorded_at"),
            Column.plain("consent"));

    private static final String READ =
            """
        select p.seq, p.line, j.id is not null as there, %s from record.journal_position p
        left join lateral (select * from record.journal j where j.id = p.line and j.recorded_at = p.recorded_at limit 1) j on true
        where p.seq > ? and p.seq <= ? order by p.seq""".formatted(COLUMNS.stream().map(Column::text).collect(Collectors.joining(", ")));

    public record Column(String name, String text) {
        static Column plain(String name) {
            return new Column(name, "j." + name + "::text");
        }

        static Column instant(String name) {
            return new Column(name, "(extract(epoch from j." + name + ") * 1000000)::bigint::text");
        }
    }

    /// @param values in the order of [#COLUMNS]; null when the journal has no line for this place
    public record Line(long seq, UUID id, @Nullable List<@Nullable String> values) {}

    /// How far the feed is, and in which epoch.
    public record Head(long seq, int epoch) {}

    public Head head() {
        return db.sql("select last_seq, epoch from record.sealer")
                .query((row, ignored) -> new Head(row.getLong(1), row.getInt(2)))
                .optional()
                .orElse(new Head(0, 1));
    }

    /// The lines whose place is after the one and up to the other, in order, one by one.
    public void read(long after, long upTo, Consumer<Line> each) {
        db.sql(READ).param(after).param(upTo).withFetchSize(500).query((ResultSet row) -> each.accept(line(row)));
    }

    /// A line that was written past the feed: older than what the sealer has finished, and yet without a place.
    public Optional<UUID> stray() {
        return db.sql("""
            select j.id from record.journal j where j.xid < (select low from record.sealer)
                and not exists (select 1 from record.journal_position p where p.line = j.id and p.recorded_at = j.recorded_at) limit 1""").query(UUID.class).optional();
    }

    private static Line line(ResultSet row) throws SQLException {
        var id = row.getObject("line", UUID.class);
        if (!row.getBoolean("there")) return new Line(row.getLong("seq"), id, null);
        var values = new @Nullable String[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) values[i] = row.getString(4 + i);
        return new Line(row.getLong("seq"), id, Arrays.asList(values));
    }
}
