package io.hengwei.platform.calendar;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The table of versions: read and added to, never changed.
@Repository
@Transactional(readOnly = true)
class CalendarVersions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SCHEMA = 2;

    /// A version without its days.
    ///
    /// @param base on which it stands, and on which version of that
    record Head(
            String id,
            int version,
            String name,
            String source,
            boolean shipped,
            @Nullable String base,
            @Nullable Integer baseVersion,
            Instant effectiveFrom) {

        /// The version that holds at this instant: of those that have come into force the one that was made last, for
        /// each is built on all before it; a correction goes before what it corrects, from whenever it holds.
        static Optional<Head> inForce(Collection<Head> heads, String id, Instant at) {
            return heads.stream()
                    .filter(head ->
                            head.id().equals(id) && !head.effectiveFrom().isAfter(at))
                    .max(Comparator.comparing(Head::version));
        }

        /// Which version held from when on, until an instant.
        static SortedMap<Instant, Head> course(Collection<Head> heads, String id, Instant until) {
            var course = new TreeMap<Instant, Head>();
            heads.stream()
                    .filter(head ->
                            head.id().equals(id) && !head.effectiveFrom().isAfter(until))
                    .map(Head::effectiveFrom)
                    .sorted()
                    .forEach(turn -> inForce(heads, id, turn)
                            .filter(head -> course.isEmpty()
                                    || !course.lastEntry().getValue().equals(head))
                            .ifPresent(head -> course.put(turn, head)));
            return course;
        }
    }

    /// A version in full.
    record Version(Head head, CalendarLayer layer, CalendarDefinition definition) {}

    /// As the history of a calendar shows it.
    record Entry(
            int version,
            String name,
            String source,
            Instant effectiveFrom,
            Instant madeAt,
            @Nullable String madeBy) {}

    private final JdbcClient db;

    CalendarVersions(JdbcClient db) {
        this.db = db;
    }

    /// Every version there is, oldest first.
    public List<Head> heads() {
        return db.sql(
                        "select id, version, name, source, shipped, base, base_version, effective_from from calendar.calendar order by id, version")
                .query(Rows.of(Head.class))
                .list();
    }

    public Optional<CalendarDefinition> definition(String id, int version) {
        return json("definition", id, version).map(json -> JSON.readValue(json, CalendarDefinition.class));
    }

    public Optional<CalendarLayer> layer(String id, int version) {
        return json("layer", id, version).map(json -> JSON.readValue(json, CalendarLayer.class));
    }

    private Optional<String> json(String column, String id, int version) {
        return db.sql("select " + column + " from calendar.calendar where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /// The latest first.
    public List<Entry> history(String id, int limit) {
        return db.sql("""
                select c.version, c.name, c.source, c.effective_from, c.created_at as made_at, p.name as made_by
                from calendar.calendar c left join identity.person_card p on p.id = c.made_by
                where c.id = :id order by c.version desc limit :limit""")
                .param("id", id)
                .param("limit", limit)
                .query(Rows.of(Entry.class))
                .list();
    }

    /// Whoever adds versions does so alone: what follows from one depends on all others.
    @Transactional
    public void hold() {
        db.sql("select pg_advisory_xact_lock(hashtext('hengwei.calendar'))").query(row -> {});
    }

    @Transactional
    public void add(Version version, @Nullable UserId by, Instant now) {
        var head = version.head();
        db.sql("""
                insert into calendar.calendar (id, version, name, zone, base, base_version, layer, definition,
                    definition_schema, source, shipped, effective_from, created_at, made_by)
                values (:id, :version, :name, :zone, :base, :baseVersion, :layer::jsonb, :definition::jsonb, :schema,
                    :source, :shipped, :from, :now, :by)""")
                .param("id", head.id())
                .param("version", head.version())
                .param("name", head.name())
                .param("zone", version.definition().zone().getId())
                .param("base", head.base())
                .param("baseVersion", head.baseVersion())
                .param("layer", JSON.writeValueAsString(version.layer()))
                .param("definition", JSON.writeValueAsString(version.definition()))
                .param("schema", SCHEMA)
                .param("source", head.source())
                .param("shipped", head.shipped())
                .param("from", SqlValues.of(head.effectiveFrom()))
                .param("now", SqlValues.of(now))
                .param("by", by == null ? null : by.value())
                .update();
    }
}
