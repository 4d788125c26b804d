package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what became of every alert, many at a time. What has been acted on once keeps its fate; what failed or was
/// passed over may get another.
@Component
class AlertEvents {
    enum Fate {
        OPENED,
        COUNTED,
        RESOLVED,
        ANNOTATED,
        IGNORED,
        FAILED
    }

    /// A delivery that waits to be parsed.
    record Raw(
            UUID id,
            Instant receivedAt,
            byte[] body,
            @Nullable String refused,
            boolean retold) {}

    /// @param alert null when none could be read
    record Event(
            Raw raw,
            int position,
            @Nullable Alert alert,
            UnitId unit,
            int severity,
            Fate fate,
            @Nullable String reason,
            @Nullable RecordId incident) {}

    private static final int LARGEST_ROUND = 16 << 20;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    AlertEvents(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /// The next deliveries of a source in their order, as many as are read together without harm.
    List<Raw> waiting(UUID source, int limit) {
        return db.sql("""
            select id, received_at, body, refused, retold from (
                select w.*, sum(octet_length(body)) over (order by received_at, id) - octet_length(body) as before from (
                    select id, received_at, body, refused, retold from monitoring.raw_event
                    where source = ? and parsed_at is null order by received_at, id limit ?) w) x
            where before < ? order by received_at, id""")
                .param(source)
                .param(limit)
                .param(LARGEST_ROUND)
                .query((row, ignored) -> raw(row))
                .list();
    }

    Optional<Raw> raw(UUID id) {
        return db.sql("select id, received_at, body, refused, retold from monitoring.raw_event where id = ?")
                .param(id)
                .query((row, ignored) -> raw(row))
                .optional();
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getObject("id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("body"),
                row.getString("refused"),
                row.getBoolean("retold"));
    }

    /// Positions of the delivery that have been acted on already.
    List<Integer> settled(Raw raw) {
        return db.sql(
                        "select position from monitoring.alert_event where raw = ? and received_at = ? and fate not in ('FAILED', 'IGNORED')")
                .param(raw.id())
                .param(raw.receivedAt().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .list();
    }

    void save(Source source, List<Event> events) {
        if (events.isEmpty()) return;
        db.sql("""
            insert into monitoring.alert_event as e (id, received_at, raw, position, source, source_name, unit, status, alert_name, fingerprint, severity,
                source_severity, ci, value, title, labels, annotations, starts_at, ends_at, truncated, fate, reason, incident, processed_at)
            select id, "receivedAt", raw, position, :source, :name, unit, status, name, fingerprint, severity, "sourceSeverity", ci, value, title, labels,
                annotations, "startsAt", "endsAt", truncated, fate, reason, incident, :now
            from jsonb_to_recordset(cast(:lines as jsonb)) as r (id uuid, "receivedAt" timestamptz, raw uuid, position int, unit uuid, status text, name text,
                fingerprint text, severity int, "sourceSeverity" text, ci text, value text, title text, labels jsonb, annotations jsonb, "startsAt" timestamptz,
                "endsAt" timestamptz, truncated int, fate text, reason text, incident uuid)
            on conflict (raw, position, received_at) do update set unit = excluded.unit, status = excluded.status, alert_name = excluded.alert_name,
                fingerprint = excluded.fingerprint, severity = excluded.severity, source_severity = excluded.source_severity, ci = excluded.ci,
                value = excluded.value, title = excluded.title, labels = excluded.labels, annotations = excluded.annotations, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, truncated = excluded.truncated, fate = excluded.fate, reason = excluded.reason, incident = excluded.incident,
                processed_at = excluded.processed_at
            where e.fate in ('FAILED', 'IGNORED')""")
                .param("source", source.id())
                .param("name", source.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "lines",
                        json.writeValueAsString(
                                events.stream().map(AlertEventLine::of).toList()))
                .update();
    }

    void parsed(Collection<Raw> raws) {
        mark("parsed_at", clock.instant().atOffset(ZoneOffset.UTC), raws);
    }

    /// These must be taken one by one: together they failed.
    void retold(Collection<Raw> raws) {
        mark("retold", true, raws);
    }

    private void mark(String column, Object value, Collection<Raw> raws) {
        if (raws.isEmpty()) return;
        var from = raws.stream().map(Raw::receivedAt).min(Instant::compareTo).orElseThrow();
        var to = raws.stream().map(Raw::receivedAt).max(Instant::compareTo).orElseThrow();
        db.sql("update monitoring.raw_event set " + column + " = ? where id = any(?) and received_at between ? and ?")
                .param(value)
                .param(raws.stream().map(Raw::id).toArray(UUID[]::new))
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .update();
    }
}
