package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What came in and what became of it.
@Component
@Transactional(readOnly = true)
class AlertEventQueries {
    private static final Sort RECEIVED = Sort.newest("receivedAt", "e.received_at");
    private static final String COLUMNS = """
        e.id, e.received_at, e.source_name as source, e.status, e.alert_name, e.severity, e.source_severity, e.ci, e.title, e.fingerprint, e.fate, e.reason,
        e.truncated, c.id as incident_id, c.number as incident_number""";
    private static final String INCIDENT = "left join record.record_card c on c.id = e.incident";

    /// @param text words are sought in what came lately (a setting), unless it is said since when
    record Filter(
            @Nullable Set<AlertEvents.Fate> state,
            @Nullable Set<Alert.Status> status,
            @Nullable @Size(max = 100) String source,
            @Nullable @Size(max = 100) String text,
            @Nullable Instant receivedFrom) {}

    record IncidentRef(RecordId id, String number) {}

    /// @param severity 1 (critical) to 5 (information)
    record Row(
            UUID id,
            Instant receivedAt,
            String source,
            Alert.@Nullable Status status,
            @Nullable String alertName,
            @Nullable Integer severity,
            @Nullable String sourceSeverity,
            @Nullable String ci,
            @Nullable String title,
            @Nullable String fingerprint,
            AlertEvents.Fate fate,
            @Nullable String reason,
            int truncated,
            @Nullable IncidentRef incident) {}

    /// @param value the indicator's value, as the source told it
    /// @param count how often the open alert was seen, from first to last
    record Occurrence(
            @Nullable String value,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer count,
            @Nullable Instant firstSeenAt,
            @Nullable Instant lastSeenAt) {}

    /// @param raw the whole delivery as it came in; null for who may not see everything it speaks of
    record Details(
            Row event, Occurrence occurrence, @Nullable String raw) {}

    record Origin(UUID source, UUID raw, UnitId unit) {}

    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    AlertEventQueries(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    Slice<Row> list(Filter filter, Page page) {
        Scope.current().require(MonitoringConfiguration.READ);
        var text = Like.containing(filter.text());
        var from = filter.receivedFrom();
        return Sql.select(COLUMNS)
                .from("monitoring.alert_event e")
                .decoratedBy(INCIDENT)
                .where("e.fate = any(:fate)", filter.state())
                .where("e.status = any(:status)", filter.status())
                .where("e.source_name = :source", filter.source())
                .where("concat_ws(' ', e.alert_name, e.ci, e.fingerprint, e.title) ilike :text", text)
                .where("e.received_at >= :from", from)
                .moving("e.received_at >= :recently", text == null || from != null ? null : recently())
                .inScope(MonitoringConfiguration.READ, "e.unit", "e.unit")
                .sortedBy(RECEIVED)
                .slice(db, page, "e.id", Row.class);
    }

    private Instant recently() {
        return clock.instant().minus(settings.value(MonitoringSettings.SEARCHED_BACK));
    }

    Details one(UUID id) {
        var origin = origin(id);
        Scope.current().require(MonitoringConfiguration.READ, origin.unit());
        return db.sql("select " + COLUMNS + """
            , e.value, e.starts_at, e.ends_at, a.count, a.first_seen_at, a.last_seen_at, r.body
            from monitoring.alert_event e %s
            left join monitoring.alert a on a.source = e.source and a.fingerprint = e.fingerprint and a.incident = e.incident
            left join monitoring.raw_event r on r.id = e.raw and r.received_at = e.received_at
            where e.id = ?""".formatted(INCIDENT))
                .param(id)
                .query((row, ignored) -> details(row))
                .single();
    }

    private static Details details(ResultSet row) throws SQLException {
        var body = row.getBytes("body");
        return new Details(
                Objects.requireNonNull(Rows.of(Row.class).mapRow(row, 0)),
                Objects.requireNonNull(Rows.of(Occurrence.class).mapRow(row, 0)),
                body == null ? null : new String(body, StandardCharsets.UTF_8));
    }

    Origin origin(UUID id) {
        return db.sql("select source, raw, unit from monitoring.alert_event where id = ?")
                .param(id)
                .query(Rows.of(Origin.class))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }
}
