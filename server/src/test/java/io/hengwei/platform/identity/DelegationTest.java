package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.Race;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.RightsAct.Delegate;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/// Standing in for somebody who is absent.
@HengweiTest
class DelegationTest {
    private static final Instant SOON = Instant.now().plus(7, ChronoUnit.DAYS);

    @Autowired
    ApplicationContext context;

    @Autowired
    Delegations delegations;

    SecurityOffice office;
    UserId absent;
    UserId deputy;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
        absent = office.people.person(office.branch, "DUTY_LEADER");
        deputy = office.people.person(office.branch);
    }

    private Scope scope(UserId person) {
        return office.directory.scopeOf(person).orElseThrow();
    }

    private UUID delegate(UserId by, UserId person, UserId to, @Nullable Set<String> roles) {
        return Scope.as(scope(by), () -> delegations.delegate(person, new Delegate(to, roles, null, SOON, "休假")));
    }

    private void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void whoStandsInMayWhatTheAbsentMayUntilItEnds() {
        assertThat(scope(deputy).may("incident:dispatch", office.branch)).isFalse();
        var id = delegate(absent, absent, deputy, null);
        assertThat(scope(deputy).may("incident:dispatch", office.branch)).isTrue();
        assertThat(office.directory.peopleWith("incident:dispatch", office.branch))
                .contains(absent, deputy);
        assertThat(office.directory.delegatesOf(absent)).containsExactly(deputy);
        assertThat(office.directory.absentFor(deputy)).containsExactly(absent);
        var other = office.people.person(office.branch);
        assertThat(office.directory.absentFor(other)).isEmpty();
        Scope.as(scope(absent), () -> {
            delegations.end(absent, id);
            return true;
        });
        assertThat(scope(deputy).may("incident:dispatch", office.branch)).isFalse();
        assertThat(office.directory.delegatesOf(absent)).isEmpty();
        assertThat(office.asSystem("select string_agg(command, ' ' order by id) from record.journal where subject = '"
                        + absent + "' and command in ('Delegate', 'EndDelegation')"))
                .isEqualTo("Delegate EndDelegation");
    }

    @Test
    void itBeginsAndEndsByItselfAndFollowsWhatTheAbsentHolds() {
        var later = Instant.now().plus(1, ChronoUnit.DAYS);
        Scope.as(scope(absent), () -> delegations.delegate(absent, new Delegate(deputy, null, later, SOON, "出差")));
        assertThat(scope(deputy).may("incident:dispatch", office.branch))
                .as("not begun")
                .isFalse();
        office.asSystem(
                "with begun as (update identity.delegation set from_at = now() - interval '1 hour' where delegate = '%s' returning 1) select count(*)::text from begun"
                        .formatted(deputy));
        assertThat(scope(deputy).may("incident:dispatch", office.branch)).isTrue();
        Scope.asSystem(() -> office.grants.grant(absent, new Grant("QUALITY", office.branch, null, null)));
        assertThat(scope(deputy).may("incident:export", office.branch))
                .as("a new grant of the absent")
                .isTrue();
        office.asSystem(
                "with over as (update identity.delegation set until_at = now() - interval '1 minute' where delegate = '%s' returning 1) select count(*)::text from over"
                        .formatted(deputy));
        assertThat(scope(deputy).permissions()).doesNotContainKey("incident:dispatch");
    }

    @Test
    void someRolesAreHandedOnAndTheOthersNot() {
        Scope.asSystem(() -> office.grants.grant(absent, new Grant("QUALITY", office.branch, null, null)));
        delegate(absent, absent, deputy, Set.of("QUALITY"));
        assertThat(scope(deputy).may("incident:export", office.branch)).isTrue();
        assertThat(scope(deputy).may("incident:dispatch", office.branch)).isFalse();
        refused(
                "delegation-of-others",
                () -> delegate(absent, absent, office.people.person(office.branch), Set.of("OPS_MANAGER")));
    }

    @Test
    void nobodyHandsOnWhatHeStandsInForAndThereIsNoCircle() {
        var third = office.people.person(office.branch, "ENGINEER");
        Scope.asSystem(() -> office.grants.grant(deputy, new Grant("ENGINEER", office.branch, null, null)));
        delegate(absent, absent, deputy, null);
        refused("delegation-chain", () -> delegate(deputy, deputy, third, null));
        refused("delegation-chain", () -> delegate(deputy, deputy, absent, null));
        refused("delegation-chain", () -> delegate(third, third, absent, null));
        refused("delegation-to-oneself", () -> delegate(third, third, third, null));
        assertThat(scope(third).may("incident:dispatch", office.branch)).isFalse();
    }

    @Test
    void administrationIsNeitherHandedOnNorJoinedWithBusiness() {
        var auditor = office.people.person(office.branch, Roles.AUDIT_ADMINISTRATOR);
        refused("nothing-to-delegate", () -> delegate(auditor, auditor, deputy, null));
        refused("delegation-to-administrator", () -> delegate(absent, absent, auditor, null));
        delegate(absent, absent, deputy, null);
        refused(
                "administrators-apart",
                () -> Scope.asSystem(() ->
                        office.grants.grant(deputy, new Grant(Roles.AUDIT_ADMINISTRATOR, office.branch, null, null))));
    }

    @Test
    void ofTwoThatTogetherWouldMakeAChainTheSecondFails() {
        Scope.asSystem(() -> office.grants.grant(deputy, new Grant("ENGINEER", office.branch, null, null)));
        var third = office.people.person(office.branch);
        var failed = new Race(office.db, office.transactions)
                .between(
                        scope(absent),
                        () -> delegations.delegate(absent, new Delegate(deputy, null, null, SOON, "一")),
                        scope(deputy),
                        () -> delegations.delegate(deputy, new Delegate(third, null, null, SOON, "二")));
        assertThat(failed)
                .get()
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo("delegation-chain"));
    }

    @Test
    void forAnotherOnlyWhoMayGrantAllThatIsHandedOn() {
        var unitAdministrator = office.people.person(office.branch, "UNIT_ADMIN");
        delegate(unitAdministrator, absent, deputy, null);
        var wide = office.people.person(office.branch, "DUTY_LEADER", office.people.root());
        var other = office.people.person(office.branch);
        assertThatThrownBy(() -> delegate(unitAdministrator, wide, other, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> delegate(deputy, office.people.person(office.branch, "ENGINEER"), other, null))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void datesAreKeptWithinTheLimitAndANarrowedTokenHandsOnNothing() {
        refused(
                "delegation-long",
                () -> Scope.as(
                        scope(absent),
                        () -> delegations.delegate(
                                absent,
                                new Delegate(deputy, null, null, Instant.now().plus(400, ChronoUnit.DAYS), "久"))));
        refused(
                "delegation-over",
                () -> Scope.as(
                        scope(absent),
                        () -> delegations.delegate(
                                absent,
                                new Delegate(deputy, null, null, Instant.now().minusSeconds(1), "晚"))));
        refused(
                "token-wider",
                () -> Scope.as(
                        scope(absent).narrowedTo(Set.of("delegation:own")),
                        () -> delegations.delegate(absent, new Delegate(deputy, null, null, SOON, "令牌"))));
    }

    @Test
    void bothSeeItOnTheirPagesAndOthersElsewhereDoNot() {
        var made = office.http
                .post()
                .uri("/api/people/" + absent + "/delegations")
                .cookie(office.people.session(absent))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"delegate\":\"%s\",\"until\":\"%s\",\"reason\":\"年假\"}".formatted(deputy, SOON))
                .exchange();
        assertThat(made).hasStatus(201);
        for (var one : new UserId[] {absent, deputy}) {
            assertThat(office.http
                            .get()
                            .uri("/api/people/" + one + "/delegations")
                            .cookie(office.people.session(one)))
                    .bodyJson()
                    .extractingPath("$[0].reason")
                    .isEqualTo("年假");
        }
        var stranger = stranger(office.people.branch());
        assertThat(office.http
                        .get()
                        .uri("/api/people/" + absent + "/delegations")
                        .cookie(office.people.session(stranger)))
                .hasStatus(404);
        assertThat(office.send(
                        HttpMethod.DELETE, "/api/people/" + absent + "/delegations/" + SecurityOffice.id(made), ""))
                .as("by whoever grants in the unit")
                .hasStatus(204);
    }

    private UserId stranger(UnitId unit) {
        return office.people.person(unit, "DESK_OPERATOR");
    }
}
