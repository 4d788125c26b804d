package io.hengwei.platform.identity.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.GroupRef;
import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.shared.Like;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Slice;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People as those see them who look after accounts.
@Component
@Transactional(readOnly = true)
class PeopleQueries {
    /// Chinese names stand by their sound.
    private static final Sort NAME = Sort.text("name", "(p.name collate \"zh-Hans-CN-x-icu\")");

    private static final String COLUMNS =
            "p.id, d.username, p.name, d.phone, d.email, u.id as unit_id, u.name as unit_name, p.active, d.version";

    /// @param id of the grant
    record Role(UUID id, String code, UnitRef unit) {}

    record Person(
            UserId id,
            @Nullable String username,
            String name,
            @Nullable String phone,
            @Nullable String email,
            UnitRef unit,
            boolean active,
            long version,
            List<Role> roles,
            List<GroupRef> groups) {}

    private record Row(
            UserId id,
            @Nullable String username,
            String name,
            @Nullable String phone,
            @Nullable String email,
            UnitRef unit,
            boolean active,
            long version) {}

    private record RoleOf(UserId person, UUID id, String code, UnitRef unit) {}

    private record GroupOf(UserId person, GroupRef group) {}

    /// @param q part of name, user name or telephone number
    /// @param unit its whole subtree
    record Filter(
            @Nullable @Size(max = 100) String q,
            @Nullable UUID unit,
            @Nullable Boolean active) {}

    private final JdbcClient db;
    private final Directory directory;

    PeopleQueries(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    Slice<Person> list(Filter filter, Page page) {
        Scope.current().require("person:read");
        var found = Sql.select(COLUMNS)
                .from("identity.person_card p", "join identity.person d on d.id = p.id")
                .decoratedBy("join identity.unit_card u on u.id = p.unit")
                .where("(p.name ilike :q or d.username ilike :q or d.phone ilike :q)", Like.containing(filter.q()))
                .where(
                        "p.unit = any(:unit)",
                        filter.unit() == null ? null : directory.subtree(new UnitId(filter.unit())))
                .where("p.active = :active", filter.active())
                .inScope("person:read", "p.unit", "p.id")
                .sortedBy(NAME)
                .slice(db, page, "p.id", Row.class);
        return withGrants(found);
    }

    Person get(UserId id) {
        var row = db.sql(
                        "select " + COLUMNS
                                + " from identity.person_card p join identity.person d on d.id = p.id join identity.unit_card u on u.id = p.unit where p.id = ?")
                .param(id.value())
                .query(Rows.of(Row.class))
                .optional()
                .orElseThrow(() -> new NotFound(id));
        if (!Scope.current().may("person:read", row.unit().id())
                && !id.equals(Scope.current().me())) throw new NotFound(id);
        return withGrants(Slice.of(List.of(row))).rows().getFirst();
    }

    private Slice<Person> withGrants(Slice<Row> found) {
        var ids = found.rows().stream().map(r -> r.id().value()).toArray(UUID[]::new);
        var roles = roles(ids);
        var groups = groups(ids);
        return found.map(r -> new Person(
                r.id(),
                r.username(),
                r.name(),
                r.phone(),
                r.email(),
                r.unit(),
                r.active(),
                r.version(),
                roles.getOrDefault(r.id(), List.of()),
                groups.getOrDefault(r.id(), List.of())));
    }

    private Map<UserId, List<Role>> roles(UUID[] people) {
        return db.sql("""
            select g.person, g.id, g.role as code, u.id as unit_id, u.name as unit_name from identity.role_grant g
            join identity.unit_card u on u.id = g.unit where g.person = any(?) order by g.role, u.name""").param(people).query(Rows.of(RoleOf.class)).stream()
                .collect(groupingBy(RoleOf::person, mapping(r -> new Role(r.id(), r.code(), r.unit()), toList())));
    }

    private Map<UserId, List<GroupRef>> groups(UUID[] people) {
        return db.sql("""
            select m.person, c.id as group_id, c.name as group_name, c.line as group_line from identity.group_member m
            join identity.group_card c on c.id = m.maintenance_group where m.person = any(?) order by c.name""").param(people).query(Rows.of(GroupOf.class)).stream()
                .collect(groupingBy(GroupOf::person, mapping(GroupOf::group, toList())));
    }
}
