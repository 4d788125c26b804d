package io.hengwei.platform.setting;

import io.hengwei.platform.setting.SettingScope.Kind;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The history of all values: read and added to, never changed.
@Repository
@Transactional(readOnly = true)
class SettingValues {
    /// @param json the value; null takes the scope back to what it inherits
    record Value(
            long id,
            String key,
            SettingScope scope,
            @Nullable String json,
            Instant effectiveFrom,
            UserId changedBy,
            Instant changedAt,
            String reason) {
        boolean inForce(Instant at) {
            return !effectiveFrom.isAfter(at);
        }
    }

    private final JdbcClient db;

    SettingValues(JdbcClient db) {
        this.db = db;
    }

    /// Differs whenever a line has been added, also one that was committed out of turn.
    public String stamp() {
        return db.sql("select count(*) || '/' || coalesce(max(id), 0) from setting.setting_value")
                .query(String.class)
                .single();
    }

    /// Whoever set a value.
    record Author(UserId id, String name) {}

    public Map<UserId, Author> authors(Collection<UserId> ids) {
        if (ids.isEmpty()) return Map.of();
        return db
                .sql("select id, name from identity.person_card where id = any(?)")
                .param(SqlValues.of(ids))
                .query(Rows.of(Author.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Author::id, Function.identity()));
    }

    public List<Value> all() {
        return db.sql("""
                        select id, key, scope_kind, scope_id, value, effective_from, changed_by, changed_at, reason
                        from setting.setting_value order by id""").query(SettingValues::read).list();
    }

    /// The last line of a scope itself, also one that is laid down for later; 0 where it has none.
    @Transactional(readOnly = true)
    public long latest(String key, SettingScope scope) {
        return db.sql("""
                        select coalesce(max(id), 0) from setting.setting_value
                        where key = :key and scope_kind = :kind and scope_id is not distinct from cast(:scope as uuid)""")
                .param("key", key)
                .param("kind", scope.kind().name())
                .param("scope", scope.id())
                .query(Long.class)
                .single();
    }

    /// Until the transaction ends nobody else who asks for this adds a line.
    @Transactional
    public void hold(String key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("setting " + key)
                .query((row, number) -> number)
                .list();
    }

    @Transactional
    public void add(Value value) {
        db.sql("""
                        insert into setting.setting_value (key, scope_kind, scope_id, value, effective_from, changed_by,
                            changed_at, reason)
                        values (:key, :kind, :scope, :value::jsonb, :from, :by, :at, :reason)""")
                .param("key", value.key())
                .param("kind", value.scope().kind().name())
                .param("scope", value.scope().id())
                .param("value", value.json())
                .param("from", value.effectiveFrom().atOffset(ZoneOffset.UTC))
                .param("by", value.changedBy().value())
                .param("at", value.changedAt().atOffset(ZoneOffset.UTC))
                .param("reason", value.reason())
                .update();
    }

    private static Value read(ResultSet row, int number) throws SQLException {
        var scope = new SettingScope(Kind.valueOf(row.getString("scope_kind")), row.getObject("scope_id", UUID.class));
        return new Value(
                row.getLong("id"),
                row.getString("key"),
                scope,
                row.getString("value"),
                instant(row, "effective_from"),
                new UserId(row.getObject("changed_by", UUID.class)),
                instant(row, "changed_at"),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
