package io.hengwei.platform.record;

import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People around records that no card names.
@Component
public class RecordPeople {
    private record Around(RecordId record, UserId person) {}

    private final JdbcClient db;

    RecordPeople(JdbcClient db) {
        this.db = db;
    }

    public Map<RecordId, Set<UserId>> watchers(Collection<RecordId> records) {
        var watchers = new HashMap<RecordId, Set<UserId>>();
        for (var each : around("select record, person from record.watcher where record = any(?)", records)) {
            watchers.computeIfAbsent(each.record(), ignored -> new HashSet<>()).add(each.person());
        }
        return watchers;
    }

    /// Who last dispatched the record; who opened it while nobody has.
    public Map<RecordId, UserId> dispatchers(Collection<RecordId> records) {
        var dispatchers = new HashMap<RecordId, UserId>();
        around("""
            select distinct on (subject) subject as record, actor as person from record.journal
            where subject = any(?) and (command = 'Dispatch' or from_state is null and to_state is not null)
            order by subject, command = 'Dispatch' desc, id desc""", records).forEach(each -> dispatchers.put(each.record(), each.person()));
        return dispatchers;
    }

    private java.util.List<Around> around(String sql, Collection<RecordId> records) {
        if (records.isEmpty()) return java.util.List.of();
        return db.sql(sql)
                .param(SqlValues.of(records))
                .query((rs, ignored) ->
                        new Around(new RecordId(rs.getObject(1, UUID.class)), new UserId(rs.getObject(2, UUID.class))))
                .list();
    }
}
