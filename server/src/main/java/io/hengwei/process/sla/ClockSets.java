package io.hengwei.process.sla;

import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads clocks by the hundred, with what must be known of their records: those that have come due, those of a period.
@Component
class ClockSets {
    private static final String DUE = """
        select c.*, k.version, k.system from sla.clock c join record.record_card k on k.id = c.record
        where c.next_check_at < ? and c.state = 'RUNNING' order by c.next_check_at limit ? for update of c skip locked""";

    private final JdbcClient db;

    ClockSets(JdbcClient db) {
        this.db = db;
    }

    /// A clock with what is known of its record for good.
    record Opened(RecordClock clock, Bearings about, Instant openedAt) {}

    /// Clocks of records opened in a period, in the order of their opening; not those that were cancelled.
    ///
    /// @param units all to which the person reaches; null for all there are
    /// @param last of the set before; null for the first one
    List<Opened> opened(
            String name,
            Instant from,
            Instant to,
            @Nullable UUID unit,
            @Nullable Set<UnitId> units,
            @Nullable Opened last,
            int limit) {
        return db.sql("""
            select c.*, k.system, k.opened_at
            from record.record_card k join sla.clock c on c.record = k.id and c.name = :name
            where k.opened_at >= :from and k.opened_at < :to and c.state <> 'CANCELLED'
                and (cast(:unit as uuid) is null or k.unit = :unit) and (cast(:units as uuid[]) is null or k.unit = any(:units)) and (k.opened_at, k.id) > (:lastAt, :lastId)
            order by k.opened_at, k.id limit :limit""")
                .param("name", name)
                .param("from", SqlValues.of(from))
                .param("to", SqlValues.of(to))
                .param("unit", unit)
                .param("units", units == null ? null : SqlValues.ids(units))
                .param("lastAt", SqlValues.of(last == null ? Instant.EPOCH : last.openedAt()))
                .param("lastId", last == null ? new UUID(0, 0) : last.clock().record())
                .param("limit", limit)
                .query((row, number) -> opened(row, number))
                .list();
    }

    private static Opened opened(ResultSet row, int number) throws SQLException {
        var clock = ClockRows.clock(row, number);
        var about = new Bearings(
                row.getObject("unit", UUID.class),
                row.getObject("system", UUID.class),
                null,
                clock.state().target().level(),
                clock.state().target().systemClass(),
                null);
        return new Opened(
                clock, about, row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    /// The events of many clocks, each in their order.
    Map<UUID, List<ClockEvent>> events(Collection<UUID> clocks) {
        var all = new HashMap<UUID, List<ClockEvent>>();
        db.sql("select clock, kind, at, reason, until_at, mark, part_from, part_to, amount_us, " + ClockRows.TARGET
                        + " from sla.clock_event where clock = any(?) order by clock, seq")
                .param(clocks.toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("clock", UUID.class), ignored -> new ArrayList<>())
                            .add(ClockRows.event(row));
                });
        return all;
    }

    /// A clock that has come due, with the version of its record.
    record Due(RecordClock clock, UnitId unit, long version, Bearings about) {}

    /// Running clocks at which somebody must look by now; those that somebody moves right now are left out.
    List<Due> due(Instant now, int limit) {
        return db.sql(DUE)
                .param(SqlValues.of(now))
                .param(limit)
                .query((row, number) -> due(row, number))
                .list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        var clock = ClockRows.clock(row, number);
        var unit = row.getObject("unit", UUID.class);
        var about = new Bearings(
                unit,
                row.getObject("system", UUID.class),
                null,
                clock.state().target().level(),
                clock.state().target().systemClass(),
                null);
        return new Due(clock, new UnitId(unit), row.getLong("version"), about);
    }
}
