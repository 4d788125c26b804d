package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.ChangePerson;
import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.IdentityAct.SetPassword;
import io.hengwei.platform.identity.Passwords.Owner;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// People and their passwords.
@Service
public class PersonAdministration {
    private static final String KIND = "PERSON";

    private final Operations operations;
    private final Directory directory;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Administrators administrators;
    private final RealNames names;
    private final TransactionTemplate transactions;
    private final JdbcClient db;

    PersonAdministration(
            Operations operations,
            Directory directory,
            Passwords passwords,
            Credentials credentials,
            Administrators administrators,
            RealNames names,
            TransactionTemplate transactions,
            JdbcClient db) {
        this.operations = operations;
        this.directory = directory;
        this.passwords = passwords;
        this.credentials = credentials;
        this.administrators = administrators;
        this.names = names;
        this.transactions = transactions;
        this.db = db;
    }

    /// @param password null for a person who cannot sign in yet
    public UserId create(CreatePerson person, @Nullable String password) {
        names.require(person.name());
        var id = new UserId(Ids.next());
        if (password != null && person.username() == null)
            throw Refused.invalid("password-without-username").at("username");
        var hash =
                password == null ? null : passwords.hash(password, new Owner(null, person.username(), person.name()));
        return operations.administer(
                Act.making("person:manage", person.unit(), KIND, id.value(), person.comingWith(password)),
                UserId.class,
                () -> {
                    directory.requireUnit(person.unit());
                    insert(id, person);
                    if (hash != null) passwords.set(id, hash);
                    return id;
                });
    }

    private void insert(UserId id, CreatePerson person) {
        try {
            db.sql("insert into identity.person_card (id, name, unit) values (?, ?, ?)")
                    .param(id.value())
                    .param(person.name().strip())
                    .param(person.unit().value())
                    .update();
            db.sql("insert into identity.person (id, username, phone, email, language) values (?, ?, ?, ?, ?)")
                    .param(id.value())
                    .param(person.username())
                    .param(person.phone())
                    .param(person.email())
                    .param(person.language())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e, person.username());
        }
    }

    private static Refused taken(DuplicateKeyException e, @Nullable String username) {
        return String.valueOf(e.getMessage()).contains("one_staff_number")
                ? new Refused("staff-number-held").at("active")
                : new Refused("username-taken", String.valueOf(username)).at("username");
    }

    /// @param password null to leave it as it is
    /// @return the new version
    public long change(UserId id, long seen, ChangePerson change, @Nullable String password) {
        var unit = directory.unitOf(id);
        if (change.active()) names.require(change.name());
        var hash = password == null ? null : passwords.hash(password, new Owner(id, change.username(), change.name()));
        var act = new Act("person:manage", unit, KIND, id.value(), change.comingWith(password)).seenIn(seen);
        return operations.administer(act, Long.class, () -> {
            if (change.active() || !change.unit().equals(unit)) directory.requireUnit(change.unit());
            if (!change.unit().equals(unit)) Scope.current().require("person:manage", change.unit());
            if (change.active()) update(id, seen, change);
            else administrators.keepOne(() -> leave(id, seen, change));
            if (hash != null) renewed(id, change.unit(), hash);
            return seen + 1;
        });
    }

    private void update(UserId id, long seen, ChangePerson change) {
        try {
            var changed = db.sql(
                            "update identity.person set username = ?, phone = ?, email = ?, language = coalesce(?, language), version = version + 1 where id = ? and version = ?")
                    .param(change.username())
                    .param(change.phone())
                    .param(change.email())
                    .param(change.language())
                    .param(id.value())
                    .param(seen)
                    .update();
            if (changed == 0) throw new Stale(Map.of("version", version(id)));
            db.sql("update identity.person_card set name = ?, unit = ?, active = ? where id = ?")
                    .param(change.name().strip())
                    .param(change.unit().value())
                    .param(change.active())
                    .param(id.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e, change.username());
        }
    }

    /// Who leaves is signed out everywhere and belongs to no group any more; an administrator leaves only when another
    /// holds the role.
    private void leave(UserId id, long seen, ChangePerson change) {
        update(id, seen, change);
        credentials.revokeAll(id, Credentials.Kind.SESSION);
        credentials.revokeAll(id, Credentials.Kind.TOKEN);
        db.sql("delete from identity.group_member where person = ?")
                .param(id.value())
                .update();
    }

    private long version(UserId id) {
        return db.sql("select version from identity.person where id = ?")
                .param(id.value())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /// Sets somebody's password; whatever that person has open is signed out.
    public void setPassword(UserId id, String password) {
        var hash = passwords.hash(password, owner(id));
        transactions.execute(ignored -> renewed(id, directory.unitOf(id), hash));
    }

    /// Refused to who is proved elsewhere.
    public void requireOwnPassword() {
        passwords.requireOwn(Scope.current().me());
    }

    /// A person changes the own password, after proving to know the old one; no permission is needed.
    public void changeOwnPassword(String password) {
        var me = Scope.current().me();
        var hash = passwords.hash(password, owner(me));
        transactions.execute(ignored -> operations.inConsequence(() -> renewed(me, directory.unitOf(me), hash)));
    }

    private Owner owner(UserId id) {
        var name = directory.person(id).orElseThrow(() -> new NotFound(id)).name();
        return new Owner(id, directory.username(id), name);
    }

    private boolean renewed(UserId id, UnitId unit, String hash) {
        var act = new Act("person:manage", unit, KIND, id.value(), new SetPassword());
        return operations.administer(act, Boolean.class, () -> {
            passwords.set(id, hash);
            credentials.revokeAll(id, Credentials.Kind.SESSION);
            return true;
        });
    }
}
