package io.hengwei.platform.identity;

import io.hengwei.platform.identity.RightsAct.Delegate;
import io.hengwei.platform.identity.RightsAct.EndDelegation;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Ids;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Standing in for somebody who is absent, from one day to another. By the person himself, or by whoever may grant in
/// the person's unit and over all that is handed on. That nobody hands on what he stands in for, and that no sum of
/// roles joins what must be apart, are constraints of the tables; here they only get their words.
@Service
public class Delegations {
    private static final String OWN = "delegation:own";
    private static final String OTHERS = "grant:manage";
    private static final String KIND = "PERSON";

    private record Handed(String role, UnitId unit) {}

    private final Operations operations;
    private final Directory directory;
    private final Settings settings;
    private final JdbcClient db;
    private final Clock clock;

    Delegations(Operations operations, Directory directory, Settings settings, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    public UUID delegate(UserId person, Delegate wish) {
        var id = Ids.next();
        return operations.administer(act(person, wish), UUID.class, () -> {
            directory.requirePerson(person);
            directory.requirePerson(wish.delegate());
            var from = wish.from() == null ? clock.instant() : wish.from();
            requireTimes(from, wish.until());
            requirePeople(person, wish.delegate());
            requireHanded(person, wish, from);
            insert(id, person, wish, from);
            return id;
        });
    }

    private void requireTimes(Instant from, Instant until) {
        if (!until.isAfter(from) || !until.isAfter(clock.instant()))
            throw Refused.invalid("delegation-over").at("until");
        var longest = settings.value(IdentitySettings.LONGEST_DELEGATION);
        if (until.isAfter(from.plus(longest)))
            throw Refused.invalid("delegation-long", longest.toDays()).at("until");
    }

    /// A token that lets only some things through does not hand on all of them.
    private static void requirePeople(UserId person, UserId delegate) {
        var scope = Scope.current();
        if (person.equals(delegate))
            throw Refused.invalid("delegation-to-oneself").at("delegate");
        if (delegate.equals(scope.me())) throw new Refused("grant-to-oneself").at("delegate");
        if (scope.narrowed() != null) throw new Refused("token-wider");
    }

    private void requireHanded(UserId person, Delegate wish, Instant from) {
        var handed = handed(person, from, wish.until());
        var roles = handed.stream().map(Handed::role).collect(Collectors.toSet());
        if (roles.isEmpty()) throw new Refused("nothing-to-delegate");
        if (wish.roles() != null && !roles.containsAll(wish.roles()))
            throw Refused.invalid("delegation-of-others").at("roles");
        if (person.equals(Scope.current().me())) return;
        handed.stream()
                .filter(grant -> wish.roles() == null || wish.roles().contains(grant.role()))
                .forEach(grant -> Scope.current().require(OTHERS, grant.unit()));
    }

    /// What the person himself holds in that time and may hand on.
    private List<Handed> handed(UserId person, Instant from, Instant until) {
        return db.sql("""
            select g.role, g.unit from identity.role_grant g where g.person = ? and g.administration = 'NONE'
                and g.during && tstzrange(cast(? as timestamptz), cast(? as timestamptz))""")
                .param(person.value())
                .param(SqlValues.of(from))
                .param(SqlValues.of(until))
                .query(Rows.of(Handed.class))
                .list();
    }

    private void insert(UUID id, UserId person, Delegate wish, Instant from) {
        try {
            db.sql("""
                insert into identity.delegation (id, person, delegate, roles, from_at, until_at, reason, made_by, made_at)
                values (:id, :person, :delegate, :roles, :from, :until, :reason, :by, :now)""")
                    .param("id", id)
                    .param("person", person.value())
                    .param("delegate", wish.delegate().value())
                    .param("roles", wish.roles() == null ? null : roles(wish.roles()))
                    .param("from", SqlValues.of(from))
                    .param("until", SqlValues.of(wish.until()))
                    .param("reason", wish.reason().strip())
                    .param("by", Scope.current().me().value())
                    .param("now", SqlValues.of(clock.instant()))
                    .update();
        } catch (DataIntegrityViolationException e) {
            var message = String.valueOf(e.getMessage());
            if (message.contains("administrators_apart"))
                throw new Refused("delegation-to-administrator").at("delegate");
            if (message.contains("delegations_apart")) throw new Refused("delegation-chain").at("delegate");
            throw e;
        }
    }

    private static String[] roles(Set<String> roles) {
        return roles.stream().sorted().toArray(String[]::new);
    }

    /// Ends it now; what was not yet begun never begins.
    public void end(UserId person, UUID delegation) {
        operations.administer(act(person, new EndDelegation(delegation)), Boolean.class, () -> {
            var ended = db.sql("""
                update identity.delegation set ended_at = :now
                where id = :id and person = :person and ended_at is null and until_at > :now""")
                    .param("now", SqlValues.of(clock.instant()))
                    .param("id", delegation)
                    .param("person", person.value())
                    .update();
            if (ended == 0) throw new NotFound(delegation);
            return true;
        });
    }

    private Act act(UserId person, RightsAct what) {
        var own = person.equals(Scope.current().me());
        return new Act(own ? OWN : OTHERS, own ? null : directory.unitOf(person), KIND, person.value(), what);
    }
}
