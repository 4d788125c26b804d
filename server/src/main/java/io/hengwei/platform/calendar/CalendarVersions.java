package io.hengwei.platform.calendar;

import io.hengwei.platform.shared.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The table of versions: read and added to, never changed.
@Repository
@Transactional(readOnly = true)
class CalendarVersions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SCHEMA = 1;

    /// A version without its days.
    record Head(String id, int version, String name, String source, boolean shipped, Instant effectiveFrom) {}

    private final JdbcClient db;

    CalendarVersions(JdbcClient db) {
        this.db = db;
    }

    /// Every version there is, oldest first.
    public List<Head> heads() {
        return db.sql(
                        "select id, version, name, source, shipped, effective_from from calendar.calendar order by id, version")
                .query(Rows.of(Head.class))
                .list();
    }

    public Optional<CalendarDefinition> definition(String id, int version) {
        return db.sql("select definition from calendar.calendar where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, CalendarDefinition.class));
    }

    /// False when another node was faster.
    @Transactional
    public boolean add(Head head, CalendarDefinition definition, Instant now) {
        return db.sql("""
                insert into calendar.calendar (id, version, name, zone, definition, definition_schema, source, shipped,
                    effective_from, created_at)
                values (:id, :version, :name, :zone, :definition::jsonb, :schema, :source, :shipped, :from, :now)
                on conflict (id, version) do nothing""")
                        .param("id", head.id())
                        .param("version", head.version())
                        .param("name", head.name())
                        .param("zone", definition.zone().getId())
                        .param("definition", JSON.writeValueAsString(definition))
                        .param("schema", SCHEMA)
                        .param("source", head.source())
                        .param("shipped", head.shipped())
                        .param("from", head.effectiveFrom().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
