package io.hengwei.platform.identity.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.PersonRef;
import io.hengwei.platform.identity.Track;
import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.constraints.Size;
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

    /// @param unit its whole subtree
    record Filter(
            @Nullable @Size(max = 100) String q, @Nullable UUID unit) {}

    private static final Sort BY_LINE = Sort.text("line", "(c.line || ' ' || c.name)");

    private final JdbcClient db;
    private final Directory directory;

    GroupQueries(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    Slice<Group> list(Filter filter, Page page) {
        var found = Sql.select("c.id, c.name, u.id as unit_id, u.name as unit_name, c.line, c.track")
                .from("identity.group_card c")
                .decoratedBy("join identity.unit_card u on u.id = c.unit")
                .where("c.name ilike :q", Like.containing(filter.q()))
                .where(
                        "c.unit = any(:units)",
                        filter.unit() == null ? null : directory.subtree(new UnitId(filter.unit())))
                .sortedBy(BY_LINE)
                .slice(db, page, "c.id", Row.class);
        var members = members(found.rows().stream().map(r -> r.id().value()).toArray(UUID[]::new));
        return found.map(r ->
                new Group(r.id(), r.name(), r.unit(), r.line(), r.track(), members.getOrDefault(r.id(), List.of())));
    }

    private Map<GroupId, List<PersonRef>> members(UUID[] groups) {
        return db.sql("""
            select m.maintenance_group as id, p.id as person_id, p.name as person_name, u.name as person_unit from identity.group_member m
            join identity.person_card p on p.id = m.person join identity.unit_card u on u.id = p.unit where m.maintenance_group = any(?) order by p.name""").param(groups).query(Rows.of(Member.class)).stream()
                .collect(groupingBy(Member::id, mapping(Member::person, toList())));
    }
}
