package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How accounts stand now, for whoever looks them over; only what the system does and what follows from a permitted act
/// sees all of it. An account is what opens something: its person signs in, or something is left of one who is gone.
@Component
@Transactional(readOnly = true)
public class AccountCensus {
    private static final String ACCOUNTS = """
        select p.id as person, p.name, p.unit, p.active, p.ends_at, d.account_class, d.staff_number, d.post,
            array(select g.name from identity.group_member m join identity.group_card g on g.id = m.maintenance_group where m.person = p.id order by g.name) as groups,
            w.last_sign_in, w.second_factor
        from identity.person_card p join identity.person d on d.id = p.id join identity.open_account_card o on o.person = p.id
            join identity.account_use_card w on w.person = p.id
        where (p.active and d.username is not null or o.grants + o.memberships + o.tokens > 0) and\s""";

    /// @param lastSignIn when somebody last signed in to it, or used one of its tokens; null for never
    public record Account(
            UserId person,
            String name,
            UnitId unit,
            boolean active,
            @Nullable Instant endsAt,
            AccountClass accountClass,
            @Nullable String staffNumber,
            @Nullable String post,
            List<String> groups,
            @Nullable Instant lastSignIn,
            boolean secondFactor) {}

    /// A role held now, the own or one that is held by standing in for somebody.
    ///
    /// @param name of the role, as the product's first language has it
    /// @param source the identity source that brings it by one of its groups, and alone takes it away again
    public record HeldRole(
            UserId person,
            String role,
            String name,
            Administration administration,
            UnitId unit,
            String unitName,
            @Nullable Instant until,
            @Nullable UserId standsInFor,
            @Nullable String source) {}

    /// A role granted here, by somebody and not by a group elsewhere.
    public record GrantedRole(UserId person, String role, Administration administration, UnitId unit) {}

    /// A temporary account that is about to end.
    public record Ending(UserId person, UnitId unit, Instant endsAt) {}

    private final JdbcClient db;
    private final Clock clock;

    AccountCensus(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public List<Account> in(Collection<UnitId> units) {
        return db.sql(ACCOUNTS + "p.unit = any(?) order by p.name, p.id")
                .param(SqlValues.of(units))
                .query(Rows.of(Account.class))
                .list();
    }

    /// Without those of whose account nothing is left.
    public Map<UserId, Account> of(Collection<UserId> people) {
        if (people.isEmpty()) return Map.of();
        return db
                .sql(ACCOUNTS + "p.id = any(?)")
                .param(SqlValues.of(people))
                .query(Rows.of(Account.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Account::person, Function.identity()));
    }

    /// Empty where nothing is left of an account.
    public Optional<Account> of(UserId person) {
        return db.sql(ACCOUNTS + "p.id = ?")
                .param(person.value())
                .query(Rows.of(Account.class))
                .optional();
    }

    public List<HeldRole> roles(Collection<UserId> people) {
        if (people.isEmpty()) return List.of();
        return db.sql("""
            select g.person, g.role, r.name_zh as name, g.administration, g.unit, u.name as unit_name, upper(g.during) as until, g.stands_in_for,
                s.name as source
            from identity.held_grant g join identity.role r on r.code = g.role join identity.unit_card u on u.id = g.unit
                left join identity.source s on s.id = g.source
            where g.person = any(?) and g.during @> cast(? as timestamptz) order by r.place, r.code, u.name""")
                .param(SqlValues.of(people))
                .param(SqlValues.of(clock.instant()))
                .query(Rows.of(HeldRole.class))
                .list();
    }

    /// What is granted here and has not ended, also what begins later.
    public List<GrantedRole> granted(Collection<UserId> people) {
        if (people.isEmpty()) return List.of();
        return db.sql("""
            select person, role, administration, unit from identity.role_grant
            where person = any(?) and source is null and (until_at is null or until_at > ?) order by role, unit""")
                .param(SqlValues.of(people))
                .param(SqlValues.of(clock.instant()))
                .query(Rows.of(GrantedRole.class))
                .list();
    }

    /// The units over which one of these roles is granted to somebody who is here.
    public Set<UnitId> unitsWith(Collection<String> roles) {
        return db
                .sql("""
                select distinct g.unit from identity.role_grant g join identity.person_card p on p.id = g.person
                where p.active and g.role = any(?) and g.during @> cast(? as timestamptz)""")
                .param(roles.toArray(String[]::new))
                .param(SqlValues.of(clock.instant()))
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .collect(Collectors.toSet());
    }

    public List<Ending> endingBefore(Instant until) {
        return db.sql(
                        "select id as person, unit, ends_at from identity.person_card where active and ends_at > ? and ends_at < ? order by ends_at limit 500")
                .param(SqlValues.of(clock.instant()))
                .param(SqlValues.of(until))
                .query(Rows.of(Ending.class))
                .list();
    }
}
