package io.hengwei.platform.identity.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.PersonRef;
import io.hengwei.platform.identity.Track;
import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.UnitId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Maintenance groups with their members: who does what is no secret among those who are signed in.
@Component
@Transactional(readOnly = true)
class GroupQueries {
    record Group(
            GroupId id,
            String name,
            UnitRef unit,
            int line,
            @Nullable Track track,
            List<PersonRef> members) {}

    private record Row(
            GroupId id,
            String name,
            UnitRef unit,
            int line,
            @Nullable Track track) {}

    private record Member(GroupId id, PersonRef person) {}

    private final JdbcClient db;
    private final Directory directory;

    GroupQueries(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    List<Group> list(@Nullable String q, @Nullable UnitId unit) {
        var units = unit == null
                ? null
                : directory.subtree(unit).stream().map(UnitId::value).toArray(UUID[]::new);
        var rows = db.sql("""
            select c.id, c.name, u.id as unit_id, u.name as unit_name, c.line, c.track from identity.group_card c join identity.unit_card u on u.id = c.unit
            where (cast(:q as text) is null or c.name ilike :q) and (cast(:units as uuid[]) is null or c.unit = any(:units)) order by c.line, c.name, c.id""")
                .param("q", Contains.of(q))
                .param("units", units)
                .query(Rows.of(Row.class))
                .list();
        var members = members(rows.stream().map(r -> r.id().value()).toArray(UUID[]::new));
        return rows.stream()
                .map(r -> new Group(
                        r.id(), r.name(), r.unit(), r.line(), r.track(), members.getOrDefault(r.id(), List.of())))
                .toList();
    }

    private Map<GroupId, List<PersonRef>> members(UUID[] groups) {
        return db.sql("""
            select m.maintenance_group as id, p.id as person_id, p.name as person_name, u.name as person_unit from identity.group_member m
            join identity.person_card p on p.id = m.person join identity.unit_card u on u.id = p.unit where m.maintenance_group = any(?) order by p.name""").param(groups).query(Rows.of(Member.class)).stream()
                .collect(groupingBy(Member::id, mapping(Member::person, toList())));
    }
}
