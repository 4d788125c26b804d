package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.RightsAct.ChangeRole;
import io.hengwei.platform.identity.RightsAct.CreateRole;
import io.hengwei.platform.identity.RightsAct.Delegate;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// No sequence of grants, roles and delegations gives one person the permissions of two administrations, or of one of
/// them and business; at no time, now or later.
@HengweiTest
class ApartTest {
    private static final int STEPS = 40;

    @Autowired
    ApplicationContext context;

    @Autowired
    Delegations delegations;

    @Autowired
    RoleAdministration administration;

    @Autowired
    Roles roles;

    @Autowired
    PermissionRules rules;

    @RepeatedTest(4)
    void whateverIsDoneInWhateverOrder(RepetitionInfo repetition) {
        var office = new SecurityOffice(context);
        var chance = new Random(repetition.getCurrentRepetition() * 7919L);
        var people = Stream.generate(() -> office.people.person(office.branch))
                .limit(4)
                .toList();
        var codes = new ArrayList<>(List.of(
                "ENGINEER", "QUALITY", "EXECUTIVE", "PLATFORM_ADMIN", "USER_ADMIN", "SYS_AUDITOR", "UNIT_ADMIN"));
        var done = 0;
        for (int i = 0; i < STEPS; i++) {
            if (attempted(() -> step(chance, office, people, codes))) done++;
            requireApart(office, people);
        }
        assertThat(done).as("steps that succeeded").isGreaterThan(8);
    }

    private static boolean attempted(Runnable step) {
        try {
            Scope.asSystem(step);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private void step(Random chance, SecurityOffice office, List<UserId> people, List<String> codes) {
        var person = people.get(chance.nextInt(people.size()));
        var other = people.get(chance.nextInt(people.size()));
        var from = Instant.now().plus(chance.nextInt(20) - 5, ChronoUnit.DAYS);
        var until = from.plus(1 + chance.nextInt(20), ChronoUnit.DAYS);
        var code = codes.get(chance.nextInt(codes.size()));
        switch (chance.nextInt(6)) {
            case 0, 1 -> office.grants.grant(person, new Grant(code, office.branch, from, until));
            case 2 -> delegations.delegate(person, new Delegate(other, null, from, until, "试"));
            case 3 -> delegations.delegate(person, new Delegate(other, Set.of(code), from, until, "试"));
            case 4 -> codes.add(administration.create(role(chance)));
            default -> recombine(code, chance);
        }
    }

    private static CreateRole role(Random chance) {
        var name = "随机" + People.number();
        return new CreateRole(name, name + " role", "", "", administration(chance), patterns(chance));
    }

    private static Administration administration(Random chance) {
        return Administration.values()[chance.nextInt(Administration.values().length)];
    }

    private static List<String> patterns(Random chance) {
        var offered = List.of(
                "*:*",
                "*:read",
                "person:*",
                "grant:*",
                "setting:*",
                "system:*",
                "incident:*",
                "audit:*",
                "group:manage",
                "!*:read");
        return Stream.generate(() -> offered.get(chance.nextInt(offered.size())))
                .limit(2)
                .distinct()
                .toList();
    }

    private void recombine(String code, Random chance) {
        var role = roles.current().find(code);
        if (role == null || role.shipped()) return;
        administration.change(
                code,
                role.version(),
                new ChangeRole(role.nameZh(), role.nameEn(), "", "", patterns(chance), chance.nextBoolean()));
    }

    /// On each day of the coming month.
    private void requireApart(SecurityOffice office, List<UserId> people) {
        var book = roles.current();
        var held = office.db
                .sql("""
            select g.person || ' on day ' || day as who, array_agg(distinct g.role) as roles from generate_series(-6, 36, 3) day
            join identity.held_grant g on g.person = any(?) and g.during @> now() + make_interval(days => day) group by 1""")
                .param(people.stream().map(UserId::value).toArray(UUID[]::new))
                .query(Rows.of(Held.class))
                .list();
        for (var one : held) {
            var permissions = new HashSet<String>();
            one.roles().forEach(role -> permissions.addAll(book.of(role)));
            assertThat(Stream.of(Administration.values())
                            .filter(kind -> permissions.stream().allMatch(p -> rules.admits(kind, p))))
                    .as("%s: %s", one, permissions)
                    .isNotEmpty();
        }
    }

    private record Held(String who, List<String> roles) {}
}
