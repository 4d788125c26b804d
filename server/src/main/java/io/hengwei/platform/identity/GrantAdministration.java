package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.IdentityAct.Revoke;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Roles granted to people over subtrees of units. That the three administrators exclude one another and every other
/// role is a constraint of the table; here it only gets its words.
@Service
public class GrantAdministration {
    static final String ADMINISTRATORS = "grant:administrators";

    /// @param brought by a group elsewhere, and taken by it alone
    private record Found(UUID grant, String role, UnitId unit, boolean brought) {}

    private final Operations operations;
    private final Directory directory;
    private final Roles roles;
    private final Administrators administrators;
    private final JdbcClient db;
    private final Clock clock;

    GrantAdministration(
            Operations operations,
            Directory directory,
            Roles roles,
            Administrators administrators,
            JdbcClient db,
            Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.roles = roles;
        this.administrators = administrators;
        this.db = db;
        this.clock = clock;
    }

    public UUID grant(UserId person, Grant grant) {
        var id = Ids.next();
        var act = new Act(permission(grant.role()), grant.unit(), "PERSON", person.value(), grant);
        return operations.administer(act, UUID.class, () -> {
            roles.requireGrantable(grant.role());
            directory.requirePerson(person);
            directory.requireUnit(grant.unit());
            if (person.equals(Scope.current().me())) throw new Refused("grant-to-oneself");
            if (permission(grant.role()).equals(ADMINISTRATORS)) requireProvedHere(person);
            insert(id, person, grant);
            return id;
        });
    }

    /// The unit's own administrator grants what is business; who administers is for those to say who look after that.
    private String permission(String code) {
        var role = roles.current().find(code);
        return role == null || role.administration() == Administration.NONE ? "grant:manage" : ADMINISTRATORS;
    }

    /// Whoever sets up an identity source must not be able to become an administrator by it.
    private void requireProvedHere(UserId person) {
        var elsewhere = db.sql("select identity.is_proved_elsewhere(?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
        if (elsewhere) throw new Refused("administrator-elsewhere");
    }

    private void insert(UUID id, UserId person, Grant grant) {
        var from = grant.from() == null ? clock.instant() : grant.from();
        try {
            db.sql(
                            "insert into identity.role_grant (id, person, role, unit, from_at, until_at, granted_by) values (?, ?, ?, ?, ?, ?, ?)")
                    .param(id)
                    .param(person.value())
                    .param(grant.role())
                    .param(grant.unit().value())
                    .param(SqlValues.of(from))
                    .param(grant.until() == null ? null : SqlValues.of(grant.until()))
                    .param(Scope.current().me().value())
                    .update();
        } catch (DataIntegrityViolationException e) {
            var message = String.valueOf(e.getMessage());
            if (message.contains("administrators_apart")) throw new Refused("administrators-apart");
            if (message.contains("granted_once")) throw new Refused("granted-already");
            if (message.contains("is not in use")) throw Refused.invalid("unknown-role", grant.role());
            throw e;
        }
    }

    public void revoke(UserId person, UUID grant) {
        var found = db.sql(
                        "select id as grant, role, unit, source is not null as brought from identity.role_grant where id = ? and person = ?")
                .param(grant)
                .param(person.value())
                .query(Rows.of(Found.class))
                .optional()
                .orElseThrow(() -> new NotFound(grant));
        if (found.brought()) throw new Refused("grant-of-a-group");
        var held = new Revoke(found.grant(), found.role(), found.unit());
        operations.administer(
                new Act(permission(held.role()), held.unit(), "PERSON", person.value(), held), Boolean.class, () -> {
                    administrators.keepOne(() -> db.sql("delete from identity.role_grant where id = ?")
                            .param(grant)
                            .update());
                    return true;
                });
    }
}
