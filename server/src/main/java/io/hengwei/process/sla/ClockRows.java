package io.hengwei.process.sla;

import io.hengwei.platform.record.RecordClocks.State;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads clocks and their events.
@Component
class ClockRows {
    static final String TARGET =
            "limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, source, marks";
    private static final String SELECT =
            "select id, record, kind, name, state, started_at, counted_us, resumed_at, paused_until, stopped_at,"
                    + " warned_at, breached_at, events, taken, " + TARGET + " from sla.clock where ";

    private final JdbcClient db;

    ClockRows(JdbcClient db) {
        this.db = db;
    }

    List<RecordClock> of(UUID record) {
        return db.sql(SELECT + "record = ? order by name")
                .param(record)
                .query(ClockRows::clock)
                .list();
    }

    /// Until the transaction ends nobody else moves these clocks.
    List<RecordClock> locked(UUID record) {
        return db.sql(SELECT + "record = ? order by name for update")
                .param(record)
                .query(ClockRows::clock)
                .list();
    }

    /// Running clocks that count by an earlier version of the calendar; those that somebody moves right now are left
    /// out.
    List<RecordClock> countingByOther(String calendar, int version, int limit) {
        var earlier = countingBy("<", calendar, version, limit);
        return earlier.isEmpty() ? countingBy(">", calendar, version, limit) : earlier;
    }

    /// Each side of the version is a range of the index.
    private List<RecordClock> countingBy(String side, String calendar, int version, int limit) {
        return db.sql(SELECT + "state = 'RUNNING' and calendar = ? and calendar_version " + side
                        + " ? order by calendar_version, id limit ? for update skip locked")
                .param(calendar)
                .param(version)
                .param(limit)
                .query(ClockRows::clock)
                .list();
    }

    /// Running clocks that count by this calendar, in the order of version and id.
    ///
    /// @param last of the set before; null for the first one
    List<RecordClock> counting(String calendar, @Nullable RecordClock last, int limit) {
        return db.sql(
                        SELECT
                                + "state = 'RUNNING' and calendar = ? and (calendar_version, id) > (?, ?) order by calendar_version, id limit ?")
                .param(calendar)
                .param(last == null ? 0 : last.state().target().calendarVersion())
                .param(last == null ? new UUID(0, 0) : last.id())
                .param(limit)
                .query(ClockRows::clock)
                .list();
    }

    boolean isAnyCountingByOther(String calendar, int version) {
        return db.sql("""
            select exists (select from sla.clock where state = 'RUNNING' and calendar = :calendar and calendar_version < :version)
                or exists (select from sla.clock where state = 'RUNNING' and calendar = :calendar and calendar_version > :version)""")
                .param("calendar", calendar)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    Optional<RecordClock> find(UUID id) {
        return db.sql(SELECT + "id = ?").param(id).query(ClockRows::clock).optional();
    }

    Optional<RecordClock> lock(UUID id) {
        return db.sql(SELECT + "id = ? for update")
                .param(id)
                .query(ClockRows::clock)
                .optional();
    }

    List<ClockEvent> events(UUID clock) {
        return db.sql("select kind, at, reason, until_at, mark, part_from, part_to, amount_us, " + TARGET
                        + " from sla.clock_event where clock = ? order by seq")
                .param(clock)
                .query((row, ignored) -> event(row))
                .list();
    }

    /// How often the clock has stood still for this reason.
    int pauses(UUID clock, String reason) {
        return db.sql("select count(*) from sla.clock_event where clock = ? and kind = 'PAUSE' and reason = ?")
                .param(clock)
                .param(reason)
                .query(Integer.class)
                .single();
    }

    /// Clocks that have stood still as long as they may; those that somebody moves right now are left out.
    List<RecordClock> pausedLongEnough(Instant now, int limit) {
        return db.sql(
                        SELECT
                                + "state = 'PAUSED' and next_check_at < ? order by next_check_at limit ? for update skip locked")
                .param(SqlValues.of(now))
                .param(limit)
                .query(ClockRows::clock)
                .list();
    }

    /// When the first running clock of each record is due; records without one are left out.
    Map<RecordId, Instant> earliestDue(List<UUID> records) {
        var due = new LinkedHashMap<RecordId, Instant>();
        db.sql(
                        "select record, min(due_at) from sla.clock where record = any(?) and due_at is not null and name <> 'VENDOR' group by record order by record")
                .param(records.toArray(UUID[]::new))
                .query(row -> {
                    due.put(
                            new RecordId(row.getObject(1, UUID.class)),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return due;
    }

    static long micros(Duration working) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(working));
    }

    private static Duration working(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    static RecordClock clock(ResultSet row, int number) throws SQLException {
        var started = instant(row, "started_at");
        var state = new ClockState(
                State.valueOf(row.getString("state")),
                target(row),
                started == null ? Instant.EPOCH : started,
                working(row.getLong("counted_us")),
                instant(row, "resumed_at"),
                instant(row, "paused_until"),
                instant(row, "stopped_at"),
                instant(row, "warned_at"),
                instant(row, "breached_at"),
                Set.copyOf(marks(row, "taken")));
        return new RecordClock(
                row.getObject("id", UUID.class),
                row.getObject("record", UUID.class),
                row.getString("kind"),
                ClockName.valueOf(row.getString("name")),
                state,
                row.getInt("events"));
    }

    static ClockEvent event(ResultSet row) throws SQLException {
        var kind = ClockEvent.Kind.valueOf(row.getString("kind"));
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var pauses = kind == ClockEvent.Kind.PAUSE || kind == ClockEvent.Kind.NO_PAUSE;
        return new ClockEvent(
                kind,
                at,
                kind.setsTarget() ? target(row) : null,
                pauses ? new ClockEvent.Pause(row.getString("reason"), instant(row, "until_at")) : null,
                kind == ClockEvent.Kind.ESCALATE ? Escalation.Mark.read(row.getInt("mark")) : null,
                kind == ClockEvent.Kind.CORRECT ? correction(row) : null);
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getString("limit_text"),
                working(row.getLong("length_us")),
                working(row.getLong("warn_us")),
                row.getString("calendar"),
                row.getInt("calendar_version"),
                FaultLevel.valueOf(row.getString("level")),
                SystemClass.valueOf(row.getString("system_class")),
                row.getBoolean("proposed"),
                Source.read(row.getString("source")),
                marks(row, "marks"));
    }

    private static ClockEvent.Correction correction(ResultSet row) throws SQLException {
        return new ClockEvent.Correction(
                row.getObject("part_from", OffsetDateTime.class).toInstant(),
                row.getObject("part_to", OffsetDateTime.class).toInstant(),
                working(row.getLong("amount_us")));
    }

    private static List<Escalation.Mark> marks(ResultSet row, String column) throws SQLException {
        var written = (Integer[]) row.getArray(column).getArray();
        return Stream.of(written).map(Escalation.Mark::read).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
