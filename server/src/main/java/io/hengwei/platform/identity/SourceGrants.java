package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.IdentityAct.Revoke;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Roles that somebody holds because a group elsewhere says so. They come and go with the group and with nothing else;
/// what was granted by hand is left alone. As the system: the person has no part in it.
@Component
@Transactional
public class SourceGrants {
    /// A role over a unit, as a group brings it.
    public record Brought(String role, UnitId unit) {}

    private record Held(UUID id, String role, UnitId unit) {
        private boolean is(Brought one) {
            return role.equals(one.role()) && unit.equals(one.unit());
        }
    }

    private final Operations operations;
    private final Roles roles;
    private final JdbcClient db;
    private final Clock clock;

    SourceGrants(Operations operations, Roles roles, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.roles = roles;
        this.db = db;
        this.clock = clock;
    }

    /// A role that a group may bring: any in use that administers nothing. Administrators are made by people.
    public void requireBringable(String role) {
        roles.requireGrantable(role);
        var known = roles.current().find(role);
        if (known != null && known.administration() != Administration.NONE)
            throw Refused.invalid("group-brings-administration").at("role");
    }

    /// Afterwards the person holds of this source just these.
    public void align(UserId person, UUID source, Collection<Brought> wanted) {
        var held = held(person, source);
        held.stream().filter(one -> wanted.stream().noneMatch(one::is)).forEach(one -> revoke(person, one));
        wanted.stream()
                .distinct()
                .filter(one -> held.stream().noneMatch(h -> h.is(one)))
                .filter(one -> roles.all().containsKey(one.role()) && isFree(person, one))
                .forEach(one -> grant(person, source, one));
    }

    /// Nobody holds this of the source any more.
    public void end(UUID source, Brought brought) {
        db
                .sql("select person from identity.role_grant where source = ? and role = ? and unit = ?")
                .param(source)
                .param(brought.role())
                .param(brought.unit().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .forEach(person -> held(person, source).stream()
                        .filter(one -> one.is(brought))
                        .forEach(one -> revoke(person, one)));
    }

    private List<Held> held(UserId person, UUID source) {
        return db.sql("select id, role, unit from identity.role_grant where person = ? and source = ?")
                .param(person.value())
                .param(source)
                .query(Rows.of(Held.class))
                .list();
    }

    /// Neither granted by hand already, nor to an administrator, who has no other role.
    private boolean isFree(UserId person, Brought one) {
        return db.sql("""
            select not exists (select from identity.role_grant where person = :person and (until_at is null or until_at > :now)
                and (administration <> 'NONE' or (role = :role and unit = :unit)))""")
                .param("person", person.value())
                .param("now", SqlValues.of(clock.instant()))
                .param("role", one.role())
                .param("unit", one.unit().value())
                .query(Boolean.class)
                .single();
    }

    private void grant(UserId person, UUID source, Brought one) {
        keep(
                person,
                one.unit(),
                new Grant(one.role(), one.unit(), null, null),
                () -> db.sql(
                                "insert into identity.role_grant (id, person, role, unit, from_at, granted_by, source) values (?, ?, ?, ?, ?, ?, ?)")
                        .param(Ids.next())
                        .param(person.value())
                        .param(one.role())
                        .param(one.unit().value())
                        .param(SqlValues.of(clock.instant()))
                        .param(Scope.current().me().value())
                        .param(source)
                        .update());
    }

    private void revoke(UserId person, Held one) {
        keep(
                person,
                one.unit(),
                new Revoke(one.id(), one.role(), one.unit()),
                () -> db.sql("delete from identity.role_grant where id = ?")
                        .param(one.id())
                        .update());
    }

    private void keep(UserId person, UnitId unit, Operation operation, Runnable work) {
        var act = new Act("grant:manage", unit, "PERSON", person.value(), operation);
        operations.inConsequence(() -> operations.administer(act, Boolean.class, () -> {
            work.run();
            return true;
        }));
    }
}
