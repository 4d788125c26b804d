package io.hengwei.platform.record.page;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.TypedId;
import io.hengwei.platform.shared.UnitId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks names up on the cards that other modules publish.
@Component
public class Names {
    private final JdbcClient db;

    Names(JdbcClient db) {
        this.db = db;
    }

    Map<UUID, Refs.Person> people(@Nullable TypedId... ids) {
        return people(
                Arrays.stream(ids).filter(Objects::nonNull).map(TypedId::value).toList());
    }

    public Map<UUID, Refs.Person> people(Collection<UUID> ids) {
        var found = new HashMap<UUID, Refs.Person>();
        if (ids.isEmpty()) return found;
        db.sql(
                        "select p.id, p.name, u.name as unit from identity.person_card p join identity.unit_card u on u.id = p.unit where p.id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(Rows.of(Refs.Person.class))
                .list()
                .forEach(p -> found.put(p.id(), p));
        return found;
    }

    Refs.Unit unit(UnitId id) {
        return db.sql("select id, name from identity.unit_card where id = ?")
                .param(id.value())
                .query(Rows.of(Refs.Unit.class))
                .single();
    }

    Refs.@Nullable Group group(@Nullable TypedId id) {
        return id == null
                ? null
                : db.sql("select id, name, line from identity.group_card where id = ?")
                        .param(id.value())
                        .query(Rows.of(Refs.Group.class))
                        .optional()
                        .orElse(null);
    }

    Refs.@Nullable System system(@Nullable UUID id) {
        return id == null
                ? null
                : db.sql("select id, name, system_class from cmdb.system_card where id = ?")
                        .param(id)
                        .query(Rows.of(Refs.System.class))
                        .optional()
                        .orElse(null);
    }

    private record Named(UUID id, String name) {}

    /// Display names of whatever these ids are.
    public Map<UUID, String> anything(Collection<UUID> ids) {
        var found = new HashMap<UUID, String>();
        if (ids.isEmpty()) return found;
        db.sql("""
            select id, name from identity.person_card where id = any(:ids) union all select id, name from identity.unit_card where id = any(:ids)
            union all select id, name from identity.group_card where id = any(:ids) union all select id, name from cmdb.system_card where id = any(:ids)
            union all select id, number from record.record_card where id = any(:ids) union all select id, name from notification.robot_card where id = any(:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Named.class))
                .list()
                .forEach(n -> found.put(n.id(), n.name()));
        return found;
    }
}
