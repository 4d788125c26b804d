package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.RightsAct.Delegate;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What may this person do, and why; who may do this, and why.
@HengweiTest
class RightsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Rights rights;

    @Autowired
    Delegations delegations;

    SecurityOffice office;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
    }

    private <T> T as(UserId person, java.util.function.Supplier<T> work) {
        return Scope.as(office.directory.scopeOf(person).orElseThrow(), work);
    }

    @Test
    void everyRightIsToldWithItsReachAndWhenceItComesAndNoneBesides() {
        var below = office.people.unit(office.branch);
        var person = office.people.person(below, "ENGINEER", office.branch);
        var told = as(person, () -> rights.of(person));
        assertThat(told.stream().map(Rights.Right::permission).collect(Collectors.toSet()))
                .as("the same as the scope")
                .isEqualTo(office.directory
                        .scopeOf(person)
                        .orElseThrow()
                        .permissions()
                        .keySet());
        var read = told.stream()
                .filter(r -> r.permission().equals("incident:read"))
                .findFirst()
                .orElseThrow();
        assertThat(read.everywhere()).isFalse();
        assertThat(read.units()).extracting(UnitRef::id).containsExactly(office.branch);
        assertThat(read.sources()).singleElement().satisfies(source -> {
            assertThat(source.role()).isEqualTo("ENGINEER");
            assertThat(source.from()).isNotNull();
            assertThat(source.until()).isNull();
            assertThat(source.standsInFor()).isNull();
        });
        var self = told.stream()
                .filter(r -> r.permission().equals("intake:self"))
                .findFirst()
                .orElseThrow();
        assertThat(self.sources()).singleElement().satisfies(source -> {
            assertThat(source.role()).isEqualTo(Roles.USER);
            assertThat(source.grant()).isNull();
            assertThat(source.unit().id()).isEqualTo(below);
        });
        var root = office.people.person(office.branch, "QUALITY", office.people.root());
        assertThat(as(root, () -> rights.of(root)).stream()
                        .filter(r -> r.permission().equals("incident:read")))
                .singleElement()
                .satisfies(r -> assertThat(r.everywhere()).isTrue());
    }

    @Test
    void whatComesByStandingInSaysForWhom() {
        var absent = office.people.person(office.branch, "DUTY_LEADER");
        var deputy = office.people.person(office.branch);
        var until = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        as(absent, () -> delegations.delegate(absent, new Delegate(deputy, null, null, until, "休假")));
        var told = as(deputy, () -> rights.decide(deputy, "incident:dispatch", office.branch));
        assertThat(told.allowed()).isTrue();
        assertThat(told.sources()).singleElement().satisfies(source -> {
            assertThat(source.standsInFor())
                    .isNotNull()
                    .extracting(PersonRef::id)
                    .isEqualTo(absent);
            assertThat(source.until()).isEqualTo(until);
        });
    }

    @Test
    void aRefusalSaysWhatIsMissing() {
        var elsewhere = office.people.branch();
        var person = office.people.person(office.branch);
        assertThat(decision(person, "incident:read").why()).isEqualTo(Rights.Why.NO_ROLE);
        assertThat(decision(person, "incident:read").roles())
                .contains("ENGINEER", "QUALITY")
                .doesNotContain("USER");
        Scope.asSystem(() -> office.grants.grant(
                person, new Grant("ENGINEER", elsewhere, null, Instant.now().plus(5, ChronoUnit.DAYS))));
        assertThat(decision(person, "incident:read").why()).isEqualTo(Rights.Why.OTHER_UNITS);
        assertThat(decision(person, "incident:read").sources())
                .singleElement()
                .satisfies(source -> assertThat(source.unit().id()).isEqualTo(elsewhere));
        Scope.asSystem(() -> office.grants.grant(
                person, new Grant("QUALITY", office.branch, Instant.now().plus(5, ChronoUnit.DAYS), null)));
        assertThat(decision(person, "incident:read").why()).isEqualTo(Rights.Why.NOT_YET);
        office.asSystem(
                "with old as (update identity.role_grant set from_at = now() - interval '9 days', until_at = now() - interval '1 day' where role = 'QUALITY' and person = '%s' returning 1) select count(*)::text from old"
                        .formatted(person));
        assertThat(decision(person, "incident:read").why()).isEqualTo(Rights.Why.ENDED);
        Scope.asSystem(() -> office.grants.grant(person, new Grant("QUALITY", office.branch, null, null)));
        assertThat(decision(person, "incident:read").allowed()).isTrue();
        assertThat(decision(person, "intake:self").allowed()).isTrue();
        office.asSystem(
                "with gone as (update identity.person_card set active = false where id = '%s' returning 1) select count(*)::text from gone"
                        .formatted(person));
        assertThat(decision(person, "incident:read").why()).isEqualTo(Rights.Why.PERSON_INACTIVE);
        assertThat(Scope.asSystem(() -> rights.of(person))).isEmpty();
    }

    private Rights.Decision decision(UserId person, String permission) {
        return Scope.asSystem(() -> rights.decide(person, permission, office.branch));
    }

    @Test
    void whoMayDoThisIsToldToThoseWhoReadPeopleThere() {
        var below = office.people.unit(office.branch);
        var leader = office.people.person(office.branch, "DUTY_LEADER");
        var deputy = office.people.person(office.branch);
        as(
                leader,
                () -> delegations.delegate(
                        leader, new Delegate(deputy, null, null, Instant.now().plus(1, ChronoUnit.DAYS), "休")));
        var told = as(leader, () -> rights.holders("incident:dispatch", below));
        assertThat(told).extracting(h -> h.person().id()).contains(leader, deputy);
        var stranger = office.people.person(office.people.branch(), "DUTY_LEADER");
        assertThatThrownBy(() -> as(stranger, () -> rights.holders("incident:dispatch", below)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(stranger, () -> rights.of(leader))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(stranger, () -> rights.decide(leader, "incident:read", below)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void everybodyIsToldAboutHimself() {
        var person = office.people.person(office.branch);
        assertThat(office.http.get().uri("/api/people/" + person + "/rights").cookie(office.people.session(person)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].permission")
                .asArray()
                .containsExactly("delegation:own", "intake:self");
        assertThat(office.http
                        .get()
                        .uri("/api/people/" + person + "/rights/decision?permission=incident:read&unit="
                                + office.branch)
                        .cookie(office.people.session(person)))
                .bodyJson()
                .extractingPath("$.why")
                .isEqualTo("NO_ROLE");
        assertThat(office.http
                        .get()
                        .uri("/api/people/" + person + "/rights/decision?permission=incident:fly&unit=" + office.branch)
                        .cookie(office.people.session(person)))
                .hasStatus(400);
    }
}
