package io.hengwei.platform.record;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the fields that people look for have been over time, as the journal tells it: `level`, `priority`,
/// `assignmentGroup`.
@Component
public class FieldStory {
    /// @param value from here on; null where there is none any more
    public record Value(
            UUID record, Instant at, String field, @Nullable String value) {}

    private final JdbcClient db;

    FieldStory(JdbcClient db) {
        this.db = db;
    }

    /// What the openings of records said of something that no command changes (`kind`); records whose opening says
    /// nothing of it are left out.
    public Map<UUID, String> said(Collection<UUID> records, Instant since, String field) {
        var said = new HashMap<UUID, String>();
        db.sql("""
            select j.subject, j.body ->> :field as value from record.journal j
            where j.subject = any(:records) and j.from_state is null and j.to_state is not null and j.body ->> :field is not null
                and j.recorded_at >= least(cast(:since as timestamptz), now()) - interval '1 day'""")
                .param("field", field)
                .param("records", records.toArray(UUID[]::new))
                .param("since", SqlValues.of(since))
                .query(row -> {
                    said.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return said;
    }

    /// Of records that the caller may see, in the order in which it happened.
    ///
    /// @param since when the first of them was opened
    public List<Value> of(Collection<UUID> records, Instant since, String... fields) {
        return db.sql("""
            select j.subject as record, j.happened_at as at, f.key as field, f.value ->> 'to' as value
            from record.journal j cross join lateral jsonb_each(j.body -> 'changed') f
            where j.subject = any(:records) and j.body -> 'changed' is not null and f.key = any(:fields)
                and j.recorded_at >= least(cast(:since as timestamptz), now()) - interval '1 day'
            order by j.happened_at, j.id""")
                .param("records", records.toArray(UUID[]::new))
                .param("fields", fields)
                .param("since", SqlValues.of(since))
                .query(Rows.of(Value.class))
                .list();
    }
}
