package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes what is open, many at a time.
@Component
class OpenAlerts {
    private static final String ROW = """
        a.id, a.fingerprint, a.state, a.incident, a.unit, a.starts_at, a.first_seen_at, a.last_seen_at, a.count, a.noted_count, a.noted_at,
        c.state as incident_state, c.phase from monitoring.alert a join record.record_card c on c.id = a.incident\s""";

    private final JdbcClient db;
    private final JsonMapper json;

    OpenAlerts(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// The open alert of each fingerprint, or else the last one that was.
    Map<String, OpenAlert> latest(UUID source, Collection<String> fingerprints) {
        var latest = new HashMap<String, OpenAlert>();
        db.sql("select distinct on (a.fingerprint) " + ROW + """
            where a.source = ? and a.fingerprint = any(?) order by a.fingerprint, a.state = 'OPEN' desc, a.last_seen_at desc, a.id desc""")
                .param(source)
                .param(fingerprints.toArray(String[]::new))
                .query(Rows.of(OpenAlert.Row.class))
                .list()
                .forEach(row -> latest.put(row.fingerprint(), new OpenAlert(row)));
        return latest;
    }

    /// Open alerts of the source whose incidents have not heard of the last repetitions for so long.
    List<OpenAlert> unheard(UUID source, Instant before, int limit) {
        return db
                .sql("select " + ROW + """
            where a.source = ? and a.state = 'OPEN' and a.noted_count < a.count and a.noted_at < ? and c.phase <> 'DONE' order by a.noted_at limit ?""")
                .param(source)
                .param(before.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query(Rows.of(OpenAlert.Row.class))
                .list()
                .stream()
                .map(OpenAlert::new)
                .toList();
    }

    List<UUID> sourcesUnheard(Instant before) {
        return db.sql("""
            select distinct a.source from monitoring.alert a join record.record_card c on c.id = a.incident
            where a.state = 'OPEN' and a.noted_count < a.count and a.noted_at < ? and c.phase <> 'DONE'""")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    /// What has ended goes first: only then is there room for another open one.
    void save(UUID source, Collection<OpenAlert> alerts) {
        var rows = alerts.stream()
                .filter(alert -> alert.changed)
                .sorted(Comparator.comparing(OpenAlert::isOpen))
                .map(OpenAlert::row)
                .toList();
        if (rows.isEmpty()) return;
        db.sql("""
            insert into monitoring.alert (id, source, fingerprint, state, incident, unit, starts_at, first_seen_at, last_seen_at, count, noted_count, noted_at)
            select id, ?, fingerprint, state, incident, unit, "startsAt", "firstSeenAt", "lastSeenAt", count, "notedCount", "notedAt"
            from jsonb_to_recordset(cast(? as jsonb)) as r (id uuid, fingerprint text, state text, incident uuid, unit uuid, "startsAt" timestamptz,
                "firstSeenAt" timestamptz, "lastSeenAt" timestamptz, count int, "notedCount" int, "notedAt" timestamptz)
            on conflict (id) do update set state = excluded.state, last_seen_at = excluded.last_seen_at, count = excluded.count,
                noted_count = excluded.noted_count, noted_at = excluded.noted_at""").param(source).param(json.writeValueAsString(rows)).update();
        alerts.forEach(alert -> alert.changed = false);
    }
}
