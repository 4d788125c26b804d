package io.hengwei.platform.identity;

import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who there is: what every other module may ask about people, units and groups.
@Service
@Transactional(readOnly = true)
public class Directory {
    static final String PERSON_REF =
            "p.id, p.name, u.name as unit from identity.person_card p join identity.unit_card u on u.id = p.unit";

    private final JdbcClient db;
    private final UnitTrees trees;
    private final Roles roles;
    private final Scopes scopes;
    private final Clock clock;

    Directory(JdbcClient db, UnitTrees trees, Roles roles, Scopes scopes, Clock clock) {
        this.db = db;
        this.trees = trees;
        this.roles = roles;
        this.scopes = scopes;
        this.clock = clock;
    }

    public Map<UserId, PersonRef> people(Collection<UserId> ids) {
        return byId("select " + PERSON_REF + " where p.id = any(?)", ids, PersonRef.class, PersonRef::id);
    }

    public Map<GroupId, GroupRef> groups(Collection<GroupId> ids) {
        return byId(
                "select id, name, line from identity.group_card where id = any(?)", ids, GroupRef.class, GroupRef::id);
    }

    private <I extends io.hengwei.platform.shared.TypedId, R extends Record> Map<I, R> byId(
            String sql, Collection<I> ids, Class<R> type, Function<R, I> id) {
        if (ids.isEmpty()) return Map.of();
        var values = ids.stream().distinct().map(i -> i.value()).toArray(UUID[]::new);
        return db.sql(sql).param(values).query(Rows.of(type)).list().stream()
                .collect(Collectors.toMap(id, Function.identity()));
    }

    public Optional<PersonRef> person(UserId id) {
        return Optional.ofNullable(people(List.of(id)).get(id));
    }

    public UnitTree tree() {
        return trees.current();
    }

    /// The unit and everything below it.
    public Set<UnitId> subtree(UnitId unit) {
        return trees.current().subtree(unit);
    }

    public Set<UserId> members(GroupId group) {
        return ids(
                "select m.person from identity.group_member m join identity.person_card p on p.id = m.person where p.active and m.maintenance_group = ?",
                group.value());
    }

    /// Active people who hold this permission over this unit now, by any role, also by standing in for somebody.
    public Set<UserId> peopleWith(String permission, UnitId unit) {
        if (trees.current().find(unit) == null) return Set.of();
        return ids(
                """
            select distinct g.person from identity.held_grant g join identity.person_card p on p.id = g.person
            where p.active and g.role = any(?) and g.unit = any(?) and g.during @> cast(? as timestamptz)""",
                SqlValues.of(roles.granting(permission)),
                SqlValues.ids(trees.current().ancestors(unit)),
                SqlValues.of(clock.instant()));
    }

    /// Active people to whom one of these roles is granted over just this unit, not over one above it.
    public Set<UserId> holding(Collection<String> roles, UnitId at) {
        return ids("""
            select distinct g.person from identity.role_grant g join identity.person_card p on p.id = g.person
            where p.active and g.role = any(?) and g.unit = ? and g.during @> cast(? as timestamptz)""", roles.toArray(String[]::new), at.value(), SqlValues.of(clock.instant()));
    }

    /// Those who hold one of these roles over the first of some units over which anybody does; nobody, when nobody
    /// does.
    ///
    /// @param line of units, as they are asked: mostly upwards from one
    /// @param out people who do not count
    public Holders firstHolding(Collection<String> roles, Collection<UnitId> line, Set<UserId> out) {
        if (roles.isEmpty()) return Holders.NOBODY;
        for (var unit : line) {
            var people = new HashSet<>(holding(roles, unit));
            people.removeAll(out);
            if (!people.isEmpty()) return new Holders(unit, people);
        }
        return Holders.NOBODY;
    }

    /// @param over the unit to which their role is bound; null when there is nobody
    public record Holders(@Nullable UnitId over, Set<UserId> people) {
        public static final Holders NOBODY = new Holders(null, Set.of());
    }

    /// Who stands in for this person now, because the person is absent. Whoever must not decide something himself must
    /// not decide it through one of these either.
    public Set<UserId> delegatesOf(UserId person) {
        return ids(
                "select s.delegate from identity.stand_in s where s.person = ? and s.during @> cast(? as timestamptz)",
                person.value(),
                SqlValues.of(clock.instant()));
    }

    /// The people for whom this person stands in now. What they must not decide, this person must not decide for them.
    public Set<UserId> absentFor(UserId delegate) {
        return ids(
                "select s.person from identity.stand_in s where s.delegate = ? and s.during @> cast(? as timestamptz)",
                delegate.value(),
                SqlValues.of(clock.instant()));
    }

    private Set<UserId> ids(String sql, Object... parameters) {
        return new HashSet<>(db.sql(sql)
                .params(parameters)
                .query((row, ignored) -> new UserId(row.getObject(1, UUID.class)))
                .list());
    }

    /// What a person may do and see now, for work that is done for somebody who is not asking at the moment (live
    /// pages, messages).
    public Optional<Scope> scopeOf(UserId person) {
        return db.sql(
                        "select " + Scopes.COLUMNS
                                + " from identity.person_card p where p.active and (p.ends_at is null or p.ends_at > :at) and p.id = :person")
                .param("person", person.value())
                .param("at", SqlValues.of(clock.instant()))
                .query(Rows.of(Scopes.Holder.class))
                .optional()
                .map(holder -> scopes.of(holder, null));
    }

    /// A unit made a moment ago on another node is looked for once more.
    @Transactional(propagation = Propagation.SUPPORTS)
    public void requireUnit(UnitId unit) {
        var recent = trees.recent().find(unit);
        var found = recent != null && recent.active() ? recent : trees.current().find(unit);
        if (found == null) throw Refused.invalid("unknown-unit", unit);
        if (!found.active()) throw Refused.invalid("unit-closed", found.name());
    }

    public void requireGroup(GroupId group) {
        if (db.sql("select id from identity.group_card where id = ?")
                .param(group.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw Refused.invalid("unknown-group", group);
    }

    /// The person is still here and works in some maintenance group.
    public boolean isInAnyGroup(UserId person) {
        return db.sql(
                        "select exists (select from identity.group_member m join identity.person_card p on p.id = m.person where p.active and p.id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /// The person works in this group.
    public void requireMember(GroupId group, UserId person) {
        if (!members(group).contains(person)) throw Refused.invalid("not-a-member");
    }

    /// There is such a person, and the person is still here. Cards need no scope, so no transaction is begun for it.
    @Transactional(propagation = Propagation.SUPPORTS)
    public void requirePerson(UserId person) {
        if (db.sql("select id from identity.person_card where id = ? and active")
                .param(person.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw Refused.invalid("unknown-person", person);
        }
    }

    public UnitId unitOf(UserId person) {
        return unit("select unit from identity.person_card where id = ?", person.value());
    }

    /// Support line 1 to 3.
    public int lineOf(GroupId group) {
        return db.sql("select line from identity.group_card where id = ?")
                .param(group.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound(group));
    }

    public UnitId unitOf(GroupId group) {
        return unit("select unit from identity.group_card where id = ?", group.value());
    }

    private UnitId unit(String sql, UUID id) {
        return db.sql(sql)
                .param(id)
                .query((row, ignored) -> new UnitId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    @Nullable
    String username(UserId person) {
        return db.sql("select username from identity.person where id = ?")
                .param(person.value())
                .query((row, ignored) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound(person))
                .orElse(null);
    }
}
