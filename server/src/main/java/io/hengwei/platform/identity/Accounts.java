package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.ChangePerson;
import io.hengwei.platform.identity.IdentityAct.CloseAccount;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.IdentityAct.SetAccount;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an account is beyond its person's name, and its end. Whoever leaves keeps nothing: sessions, tokens, grants and
/// memberships end with the account.
@Service
public class Accounts {
    private static final String MANAGE = "person:manage";
    private static final String KIND = "PERSON";

    private record Profile(
            @Nullable String username,
            String name,
            @Nullable String phone,
            @Nullable String email,
            boolean active,
            long version) {}

    /// @param brought by a group elsewhere
    private record Held(UUID id, String role, UnitId unit, boolean brought) {
        boolean is(Grant grant) {
            return role.equals(grant.role()) && unit.equals(grant.unit());
        }
    }

    private final Operations operations;
    private final Directory directory;
    private final PersonAdministration people;
    private final GrantAdministration grants;
    private final Credentials credentials;
    private final Administrators administrators;
    private final RealNames names;
    private final JdbcClient db;
    private final Clock clock;

    Accounts(
            Operations operations,
            Directory directory,
            PersonAdministration people,
            GrantAdministration grants,
            Credentials credentials,
            Administrators administrators,
            RealNames names,
            JdbcClient db,
            Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.people = people;
        this.grants = grants;
        this.credentials = credentials;
        this.administrators = administrators;
        this.names = names;
        this.db = db;
        this.clock = clock;
    }

    public void requireRealName(String name) {
        names.require(name);
    }

    /// What is known of an account, for whoever may read people in its unit and for its person.
    @Transactional(readOnly = true)
    public SetAccount of(UserId person) {
        var scope = Scope.current();
        if (!scope.me().equals(person) && !scope.may("person:read", directory.unitOf(person)))
            throw new NotFound(person);
        return db.sql(
                        "select d.account_class, d.staff_number, d.post, c.ends_at from identity.person d join identity.person_card c on c.id = d.id where d.id = ?")
                .param(person.value())
                .query(Rows.of(SetAccount.class))
                .optional()
                .orElseThrow(() -> new NotFound(person));
    }

    public void set(UserId person, SetAccount account) {
        if (account.accountClass() == AccountClass.INTEGRATION && account.staffNumber() != null)
            throw Refused.invalid("staff-number-of-a-system").at("staffNumber");
        operations.administer(act(person, account), Boolean.class, () -> {
            write(person, account);
            return true;
        });
    }

    private void write(UserId person, SetAccount account) {
        try {
            db.sql(
                            "update identity.person set account_class = ?, staff_number = ?, post = ?, version = version + 1 where id = ?")
                    .param(account.accountClass().name())
                    .param(account.staffNumber())
                    .param(account.post())
                    .param(person.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("staff-number-taken", String.valueOf(account.staffNumber())).at("staffNumber");
        }
        db.sql("update identity.person_card set ends_at = ? where id = ?")
                .param(account.endsAt() == null ? null : SqlValues.of(account.endsAt()))
                .param(person.value())
                .update();
    }

    /// The person works in another unit from now on.
    public void move(UserId person, UnitId unit) {
        if (directory.unitOf(person).equals(unit)) return;
        var now = db.sql(
                        "select d.username, c.name, d.phone, d.email, c.active, d.version from identity.person d join identity.person_card c on c.id = d.id where d.id = ?")
                .param(person.value())
                .query(Rows.of(Profile.class))
                .single();
        var change = new ChangePerson(now.username(), now.name(), now.phone(), now.email(), unit, now.active(), null);
        people.change(person, now.version(), change, null);
    }

    /// Afterwards the person holds just these roles, besides those of an administration, which are granted and taken
    /// away for themselves, and those a group elsewhere brings.
    public void align(UserId person, List<Grant> wanted) {
        narrow(person, wanted);
        var held = business(person);
        wanted.stream()
                .filter(grant -> held.stream().noneMatch(one -> one.is(grant)))
                .forEach(grant -> grants.grant(person, grant));
    }

    /// Afterwards the person holds none but these of the roles that `align` sees to; nothing is granted.
    public void narrow(UserId person, List<Grant> staying) {
        business(person).stream()
                .filter(one -> !one.brought() && staying.stream().noneMatch(one::is))
                .forEach(one -> grants.revoke(person, one.id()));
    }

    private List<Held> business(UserId person) {
        return db.sql(
                        "select id, role, unit, source is not null as brought from identity.role_grant where person = ? and administration = 'NONE' and (until_at is null or until_at > ?)")
                .param(person.value())
                .param(SqlValues.of(clock.instant()))
                .query(Rows.of(Held.class))
                .list();
    }

    /// The person has left: nothing stays open.
    public void close(UserId person, CloseAccount close) {
        operations.administer(act(person, close), Boolean.class, () -> {
            administrators.keepOne(() -> end(person));
            return true;
        });
    }

    private void end(UserId person) {
        change("update identity.person_card set active = false where id = ?", person);
        change("update identity.person set version = version + 1 where id = ?", person);
        credentials.revokeAll(person, Credentials.Kind.SESSION);
        credentials.revokeAll(person, Credentials.Kind.TOKEN);
        change("delete from identity.group_member where person = ?", person);
        change("delete from identity.role_grant where person = ?", person);
        db.sql("select identity.forget_activation(?)")
                .param(person.value())
                .query((row, index) -> true)
                .list();
    }

    private void change(String sql, UserId person) {
        db.sql(sql).param(person.value()).update();
    }

    /// Active accounts whose time is over.
    public List<UserId> over(Instant now, int limit) {
        return db
                .sql("select id from identity.person_card where active and ends_at <= ? order by ends_at limit ?")
                .param(SqlValues.of(now))
                .param(limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .toList();
    }

    private Act act(UserId person, IdentityAct what) {
        return new Act(MANAGE, directory.unitOf(person), KIND, person.value(), what);
    }
}
