package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HengweiTest
class GrantAdministrationTest {
    @Autowired
    ApplicationContext context;

    SecurityOffice office;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
    }

    @Test
    void theThreeAdministratorsExcludeOneAnotherAndEveryOtherRole() {
        var person = office.people.person(office.branch, Roles.AUDIT_ADMINISTRATOR);
        for (var role : List.of(Roles.SYSTEM_ADMINISTRATOR, Roles.SECURITY_ADMINISTRATOR, "OPS_MANAGER")) {
            assertThatThrownBy(() -> Scope.asSystem(
                            () -> office.grants.grant(person, new Grant(role, office.branch, null, null))))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo("administrators-apart"));
        }
        assertThatThrownBy(() -> Scope.asSystem(() -> office.transactions.execute(ignored -> office.db
                        .sql("""
            insert into identity.role_grant (id, person, role, unit, from_at, granted_by) values (gen_random_uuid(), ?, 'PLATFORM_ADMIN', ?, now(), ?)""")
                        .param(person.value())
                        .param(office.branch.value())
                        .param(person.value())
                        .update())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("administrators_apart");
    }

    @Test
    void anAdministratorWhoWouldBeMissedCannotBeTakenAway() {
        var only = office.db
                        .sql("select count(*) from identity.role_grant where role = ?")
                        .param(Roles.SYSTEM_ADMINISTRATOR)
                        .query(Integer.class)
                        .single()
                == 0;
        var person = office.people.person(office.branch, Roles.SYSTEM_ADMINISTRATOR);
        var grant = office.db
                .sql("select id from identity.role_grant where person = ?")
                .param(person.value())
                .query(java.util.UUID.class)
                .single();
        if (only) {
            assertThatThrownBy(() -> Scope.asSystem(() -> {
                        office.grants.revoke(person, grant);
                        return true;
                    }))
                    .isInstanceOf(Refused.class);
        }
        office.people.person(office.branch, Roles.SYSTEM_ADMINISTRATOR);
        Scope.asSystem(() -> {
            office.grants.revoke(person, grant);
            return true;
        });
    }

    @Test
    void anAdministratorForATimeDoesNotReplaceTheLastOneForEver() {
        inATransactionTakenBack(() -> {
            office.db
                    .sql("delete from identity.role_grant where role = ?")
                    .param(Roles.AUDIT_ADMINISTRATOR)
                    .update();
            var lasting = office.people.person(office.branch, Roles.AUDIT_ADMINISTRATOR);
            var deputy = office.people.person(office.branch);
            var month = new Grant(
                    Roles.AUDIT_ADMINISTRATOR,
                    office.branch,
                    null,
                    Instant.now().plus(30, ChronoUnit.DAYS));
            office.grants.grant(deputy, month);
            assertThatThrownBy(() -> office.grants.revoke(lasting, grantOf(lasting)))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo("last-administrator"));
        });
        inATransactionTakenBack(() -> {
            office.people.person(office.branch, Roles.AUDIT_ADMINISTRATOR);
            var deputy = office.people.person(office.branch);
            var grant = office.grants.grant(
                    deputy,
                    new Grant(
                            Roles.AUDIT_ADMINISTRATOR,
                            office.branch,
                            null,
                            Instant.now().plus(30, ChronoUnit.DAYS)));
            assertThatCode(() -> office.grants.revoke(deputy, grant)).doesNotThrowAnyException();
        });
    }

    private java.util.UUID grantOf(UserId person) {
        return office.db
                .sql("select id from identity.role_grant where person = ?")
                .param(person.value())
                .query(java.util.UUID.class)
                .single();
    }

    /// Who else is an administrator in the database that all tests share counts for nothing in between.
    private void inATransactionTakenBack(Runnable work) {
        Scope.asSystem(() -> office.transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        }));
    }

    @Test
    void aGrantGoesDownItsSubtreeAndNowhereElse() {
        var below = office.people.unit(office.branch);
        var elsewhere = office.people.branch();
        var desk = office.people.person(office.branch, "DESK_OPERATOR");
        var scope = office.directory.scopeOf(desk).orElseThrow();
        assertThat(scope.may("person:read", below)).isTrue();
        assertThat(scope.may("person:read", elsewhere)).isFalse();
        assertThat(scope.may("person:read", office.people.root())).isFalse();
        assertThat(office.directory
                        .scopeOf(office.people.person(office.branch, "DESK_OPERATOR", office.people.root()))
                        .orElseThrow()
                        .reach("person:read")
                        .everywhere())
                .isTrue();
        assertThat(office.directory.peopleWith("person:read", below)).contains(desk);
        assertThat(office.directory.peopleWith("person:read", elsewhere)).doesNotContain(desk);
        var late = office.people.unit(below);
        assertThat(office.directory.scopeOf(desk).orElseThrow().may("person:read", late))
                .as("a unit made later")
                .isTrue();
    }

    @Test
    void nobodyGrantsBeyondTheOwnUnitOrToOneself() {
        var elsewhere = office.people.branch();
        var person = office.people.person(office.branch);
        var grant = "{'role':'ENGINEER','unit':'%s'}";
        assertThat(office.send(HttpMethod.POST, "/api/people/" + person + "/grants", grant.formatted(elsewhere)))
                .hasStatus(403);
        assertThat(office.send(HttpMethod.POST, "/api/people/" + person + "/grants", grant.formatted(office.branch)))
                .hasStatus(201);
        assertThat(office.send(HttpMethod.POST, "/api/people/" + person + "/grants", grant.formatted(office.branch)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("granted-already");
        assertThat(office.send(
                        HttpMethod.POST,
                        "/api/people/" + person + "/grants",
                        "{'role':'USER','unit':'%s'}".formatted(office.branch)))
                .hasStatus(400);
    }

    @Test
    void whoLooksAfterAccountsSeesPeopleButNoRecords() {
        var scope = office.directory
                .scopeOf(office.people.person(office.branch, Roles.SECURITY_ADMINISTRATOR, office.people.root()))
                .orElseThrow();
        assertThat(scope.reach("person:read").everywhere()).isTrue();
        assertThat(scope.sight().anywhere().isNowhere()).isTrue();
        assertThat(scope.permissions().keySet())
                .noneMatch(permission -> permission.matches("(incident|work-order|system|statistics|alert):.*"));
    }

    @Test
    void theAdministratorOfAUnitEndsAtTheUnitAndMakesNoAdministrators() {
        var elsewhere = office.people.branch();
        var admin = office.people.session(office.people.person(office.branch, "UNIT_ADMIN"));
        var person = office.people.person(office.branch);
        var grant = "{\"role\":\"%s\",\"unit\":\"%s\"}";
        assertThat(grantAs(admin, person, grant.formatted("ENGINEER", office.branch)))
                .hasStatus(201);
        assertThat(grantAs(admin, person, grant.formatted("ENGINEER", elsewhere)))
                .hasStatus(403);
        assertThat(grantAs(admin, person, grant.formatted("ENGINEER", office.people.root())))
                .hasStatus(403);
        var fresh = office.people.person(office.branch);
        for (var role : List.of("UNIT_ADMIN", "USER_ADMIN", "SYS_AUDITOR", "PLATFORM_ADMIN"))
            assertThat(grantAs(admin, fresh, grant.formatted(role, office.branch)))
                    .as(role)
                    .hasStatus(403);
        var other = office.people.person(office.branch, "UNIT_ADMIN");
        assertThat(office.http
                        .delete()
                        .uri("/api/people/" + other + "/grants/" + grantOf(other))
                        .cookie(admin)
                        .with(People.csrf()))
                .as("nor takes one away")
                .hasStatus(403);
    }

    @Test
    void nobodyRaisesHimselfByThePasswordOfSomebodyWithWiderRights() {
        var admin = office.people.session(office.people.person(office.branch, "UNIT_ADMIN"));
        var body = "{\"name\":\"改名\",\"unit\":\"" + office.branch
                + "\",\"username\":\"%s\",\"password\":\"Taken!horse99\"}";
        for (var wider : List.of(
                office.people.person(office.branch, "QUALITY", office.people.root()),
                office.people.person(office.branch, Roles.SECURITY_ADMINISTRATOR))) {
            assertThat(changeAs(admin, wider, body.formatted("w" + People.number())))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.reason")
                    .isEqualTo("beyond-own-reach");
        }
        assertThat(changeAs(
                        admin, office.people.person(office.branch, "QUALITY"), body.formatted("w" + People.number())))
                .hasStatus(204);
    }

    private MvcTestResult changeAs(Cookie who, UserId person, String body) {
        return office.http
                .put()
                .uri("/api/people/" + person)
                .cookie(who)
                .with(People.csrf())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult grantAs(Cookie who, UserId person, String body) {
        return office.http
                .post()
                .uri("/api/people/" + person + "/grants")
                .cookie(who)
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
