package io.hengwei.platform.identity.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.GroupRef;
import io.hengwei.platform.identity.PersonalFields;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People as those see them who look after accounts. Personal fields show in part to whoever has no right to them, and
/// the journal keeps who saw them whole.
@Component
@Transactional
class PeopleQueries {
    /// Chinese names stand by their sound.
    private static final Sort NAME = Sort.text("name", "(p.name collate \"zh-Hans-CN-x-icu\")");

    private static final String COLUMNS =
            "p.id, d.username, p.name, d.phone, d.email, u.id as unit_id, u.name as unit_name, p.active, d.version";

    /// @param id of the grant
    /// @param until null when it has no end
    /// @param broughtBy the identity source whose group brings it; null when somebody granted it
    record Role(
            UUID id,
            String code,
            UnitRef unit,
            Instant from,
            @Nullable Instant until,
            @Nullable String broughtBy) {}

    /// @param whole whether phone and email are shown as they are, and not in part
    record Person(
            UserId id,
            @Nullable String username,
            String name,
            @Nullable String phone,
            @Nullable String email,
            UnitRef unit,
            boolean active,
            long version,
            boolean whole,
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

    private record RoleOf(
            UserId person,
            UUID id,
            String code,
            UnitRef unit,
            Instant fromAt,
            @Nullable Instant untilAt,
            @Nullable String broughtBy) {}

    private record GroupOf(UserId person, GroupRef group) {}

    /// @param q part of name, user name or telephone number
    /// @param unit its whole subtree
    record Filter(
            @Nullable @Size(max = 100) String q,
            @Nullable UUID unit,
            @Nullable Boolean active) {}

    private final JdbcClient db;
    private final Directory directory;
    private final PersonalFields personal;

    PeopleQueries(JdbcClient db, Directory directory, PersonalFields personal) {
        this.db = db;
        this.directory = directory;
        this.personal = personal;
    }

    Slice<Person> list(Filter filter, Page page) {
        Scope.current().require("person:read");
        var found = Sql.select(COLUMNS)
                .from("identity.person_card p", "join identity.person d on d.id = p.id")
                .decoratedBy("join identity.unit_card u on u.id = p.unit")
                .where(
                        mayFindByPhone()
                                ? "(p.name ilike :q or d.username ilike :q or d.phone ilike :q)"
                                : "(p.name ilike :q or d.username ilike :q)",
                        Like.containing(filter.q()))
                .where(
                        "p.unit = any(:unit)",
                        filter.unit() == null ? null : directory.subtree(new UnitId(filter.unit())))
                .where("p.active = :active", filter.active())
                .inScope("person:read", "p.unit", "p.id")
                .sortedBy(NAME)
                .slice(db, page, "p.id", Row.class);
        var view = personal.over(found.rows().stream().map(Row::id).toList());
        tell(view, filter, found.rows());
        return withGrants(found, view);
    }

    /// A number finds its owner only where all numbers that are listed may be read: else it could be guessed digit by
    /// digit.
    private boolean mayFindByPhone() {
        var listed = Scope.current().reach("person:read");
        var whole = personal.reach();
        return whole.everywhere() || !listed.everywhere() && whole.units().containsAll(listed.units());
    }

    private void tell(PersonalFields.View view, Filter filter, List<Row> rows) {
        var me = Scope.current().me();
        var whole = rows.stream()
                .filter(r -> !r.id().equals(me) && view.whole(r.id(), r.unit().id()))
                .toList();
        var asked = Stream.of(filter.q(), filter.unit(), filter.active())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(joining(" "));
        personal.listed(
                view,
                "people",
                asked.isEmpty() ? null : asked,
                whole.size(),
                whole.stream().anyMatch(r -> r.phone() != null),
                whole.stream().anyMatch(r -> r.email() != null));
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
        var view = personal.over(List.of(id));
        personal.read(view, id, row.unit().id(), row.phone(), row.email());
        return withGrants(Slice.of(List.of(row)), view).rows().getFirst();
    }

    private Slice<Person> withGrants(Slice<Row> found, PersonalFields.View view) {
        var ids = found.rows().stream().map(r -> r.id().value()).toArray(UUID[]::new);
        var roles = roles(ids);
        var groups = groups(ids);
        return found.map(r -> new Person(
                r.id(),
                r.username(),
                r.name(),
                view.phone(r.id(), r.unit().id(), r.phone()),
                view.email(r.id(), r.unit().id(), r.email()),
                r.unit(),
                r.active(),
                r.version(),
                view.whole(r.id(), r.unit().id()),
                roles.getOrDefault(r.id(), List.of()),
                groups.getOrDefault(r.id(), List.of())));
    }

    private Map<UserId, List<Role>> roles(UUID[] people) {
        return db.sql("""
            select g.person, g.id, g.role as code, u.id as unit_id, u.name as unit_name, g.from_at, g.until_at, s.name as brought_by from identity.role_grant g
            join identity.unit_card u on u.id = g.unit left join identity.source s on s.id = g.source where g.person = any(?) order by g.role, u.name""").param(people).query(Rows.of(RoleOf.class)).stream()
                .collect(groupingBy(
                        RoleOf::person,
                        mapping(
                                r -> new Role(r.id(), r.code(), r.unit(), r.fromAt(), r.untilAt(), r.broughtBy()),
                                toList())));
    }

    private Map<UserId, List<GroupRef>> groups(UUID[] people) {
        return db.sql("""
            select m.person, c.id as group_id, c.name as group_name, c.line as group_line from identity.group_member m
            join identity.group_card c on c.id = m.maintenance_group where m.person = any(?) order by c.name""").param(people).query(Rows.of(GroupOf.class)).stream()
                .collect(groupingBy(GroupOf::person, mapping(GroupOf::group, toList())));
    }
}
