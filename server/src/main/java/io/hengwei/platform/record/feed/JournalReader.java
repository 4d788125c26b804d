package io.hengwei.platform.record.feed;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads positioned lines.
@Component
class JournalReader {
    private final JdbcClient db;
    private final JsonMapper json;

    JournalReader(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// One look into the journal per line, whatever the planner believes: right after a large import it would
    /// rather read all of it for each batch.
    List<JournalLine> after(long seq, int limit) {
        return db.sql("""
            select p.seq, j.* from (select * from record.journal_position where seq > ? order by seq limit ?) p
            cross join lateral (select * from record.journal j where j.id = p.line and j.recorded_at = p.recorded_at limit 1) j
            order by p.seq""")
                .param(seq)
                .param(limit)
                .query((rs, ignored) -> line(rs))
                .list();
    }

    private JournalLine line(ResultSet rs) throws SQLException {
        var unit = rs.getObject("unit", UUID.class);
        return new JournalLine(
                rs.getLong("seq"),
                rs.getObject("id", UUID.class),
                rs.getObject("subject", UUID.class),
                rs.getString("kind"),
                rs.getLong("version"),
                unit == null ? null : new UnitId(unit),
                rs.getString("command"),
                rs.getInt("schema"),
                json.readTree(rs.getString("body")),
                rs.getString("from_state"),
                rs.getString("to_state"),
                phase(rs.getString("from_phase")),
                phase(rs.getString("to_phase")),
                new UserId(rs.getObject("actor", UUID.class)),
                rs.getObject("happened_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Phase phase(@Nullable String name) {
        return name == null ? null : Phase.valueOf(name);
    }
}
