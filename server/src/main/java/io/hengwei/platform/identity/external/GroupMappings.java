package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.SourceGrants;
import io.hengwei.platform.identity.SourceGrants.Brought;
import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which groups of a source bring which roles.
@Component
@Transactional
class GroupMappings {
    record Mapping(UUID id, String group, String role, UnitRef unit) {}

    private final LinkedAccounts links;
    private final SourceGrants grants;
    private final JdbcClient db;

    GroupMappings(LinkedAccounts links, SourceGrants grants, JdbcClient db) {
        this.links = links;
        this.grants = grants;
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<Mapping> of(UUID source) {
        return db.sql("""
            select m.id, m.group_name as "group", m.role, u.id as unit_id, u.name as unit_name
            from identity.source_group m join identity.unit_card u on u.id = m.unit where m.source = ? order by m.group_name, m.role, u.name""").param(source).query(Rows.of(Mapping.class)).list();
    }

    /// The person holds what the groups bring, and of this source nothing else. As the system.
    void align(UserId person, UUID source, Collection<String> groups) {
        links.hold(person);
        var names = groups.stream().map(g -> g.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        var brought = db.sql(
                        "select distinct role, unit from identity.source_group where source = ? and lower(group_name) = any(?)")
                .param(source)
                .param(names)
                .query(Rows.of(Brought.class))
                .list();
        grants.align(person, source, brought);
    }

    void insert(UUID id, UUID source, String group, String role, UnitId unit) {
        db.sql("insert into identity.source_group (id, source, group_name, role, unit) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(source)
                .param(group)
                .param(role)
                .param(unit.value())
                .update();
    }

    /// Takes the role from everybody at once, unless another group brings it: then whoever is not in that one loses it
    /// at the next look.
    void delete(UUID source, Mapping mapping) {
        db.sql("delete from identity.source_group where id = ?")
                .param(mapping.id())
                .update();
        var brought = db.sql(
                        "select exists (select from identity.source_group where source = ? and role = ? and unit = ?)")
                .param(source)
                .param(mapping.role())
                .param(mapping.unit().id().value())
                .query(Boolean.class)
                .single();
        if (!brought)
            grants.end(source, new Brought(mapping.role(), mapping.unit().id()));
    }
}
