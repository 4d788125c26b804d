package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class AdministrationTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @Autowired
    GrantAdministration grants;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    People people;
    UnitId branch;
    Cookie administrator;

    @BeforeEach
    void appoint() {
        people = new People(context);
        branch = people.branch();
        administrator = people.session(people.person(branch, Roles.SECURITY_ADMINISTRATOR));
    }

    @Test
    void aPersonIsMadeFoundChangedAndLeaves() {
        var username = "li" + People.number();
        var made = send(
                HttpMethod.POST,
                "/api/people",
                "{'username':'%s','name':'李四%s','phone':'139%s','unit':'%s','password':'Right!horse7'}"
                        .formatted(username, username, username, branch));
        assertThat(made).hasStatus(201);
        var found = http.get()
                .uri("/api/people?q=" + username)
                .cookie(administrator)
                .exchange();
        assertThat(found).bodyJson().extractingPath("$.rows[0].name").isEqualTo("李四" + username);
        assertThat(found).bodyJson().extractingPath("$.count").isEqualTo(1);
        var person = "/api/people/" + id(made);
        var change = "{'username':'%s','name':'李四','unit':'%s','active':false}".formatted(username, branch);
        assertThat(send(HttpMethod.PUT, person, change)).hasStatus(428);
        assertThat(http.put()
                        .uri(person)
                        .cookie(administrator)
                        .with(csrf())
                        .header("If-Match", "\"7\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change.replace('\'', '"')))
                .hasStatus(412);
        var session = people.session(new UserId(java.util.UUID.fromString(id(made))));
        assertThat(http.get().uri("/api/me").cookie(session)).hasStatusOk();
        assertThat(http.put()
                        .uri(person)
                        .cookie(administrator)
                        .with(csrf())
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change.replace('\'', '"')))
                .hasStatus(204);
        assertThat(http.get().uri("/api/me").cookie(session)).hasStatus(401);
        assertThat(http.get().uri(person).cookie(administrator))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(false);
    }

    @Test
    void aUserNameIsTakenOnceWhateverItsLetters() {
        var username = "wang" + People.number();
        var body = "{'username':'%s','name':'王五','unit':'" + branch + "'}";
        assertThat(send(HttpMethod.POST, "/api/people", body.formatted(username)))
                .hasStatus(201);
        assertThat(send(HttpMethod.POST, "/api/people", body.formatted(username.toUpperCase(java.util.Locale.ROOT))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("username-taken");
        assertThat(send(HttpMethod.POST, "/api/people", body.formatted(username)))
                .as("the field to change")
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("username");
    }

    @Test
    void thePasswordOfAPersonIsNowhereInTheJournal() {
        var made = send(
                HttpMethod.POST,
                "/api/people",
                "{'username':'q%d','name':'赵六','unit':'%s','password':'Right!horse7'}"
                        .formatted(People.number(), branch));
        var body =
                asSystem("select string_agg(body::text, ' ') from record.journal where subject = '" + id(made) + "'");
        assertThat(body).contains("赵六").doesNotContain("horse");
    }

    @Test
    void theThreeAdministratorsExcludeOneAnotherAndEveryOtherRole() {
        var person = people.person(branch, Roles.AUDIT_ADMINISTRATOR);
        for (var role : List.of(Roles.SYSTEM_ADMINISTRATOR, Roles.SECURITY_ADMINISTRATOR, "OPS_MANAGER")) {
            assertThatThrownBy(() -> Scope.asSystem(() -> grants.grant(person, new Grant(role, branch, null, null))))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo("administrators-apart"));
        }
        assertThatThrownBy(() -> Scope.asSystem(() -> transactions.execute(ignored -> db.sql("""
            insert into identity.role_grant (id, person, role, unit, from_at, granted_by) values (gen_random_uuid(), ?, 'PLATFORM_ADMIN', ?, now(), ?)""")
                        .param(person.value())
                        .param(branch.value())
                        .param(person.value())
                        .update())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("administrators_apart");
    }

    @Test
    void anAdministratorWhoWouldBeMissedCannotBeTakenAway() {
        var only = db.sql("select count(*) from identity.role_grant where role = ?")
                        .param(Roles.SYSTEM_ADMINISTRATOR)
                        .query(Integer.class)
                        .single()
                == 0;
        var person = people.person(branch, Roles.SYSTEM_ADMINISTRATOR);
        var grant = db.sql("select id from identity.role_grant where person = ?")
                .param(person.value())
                .query(java.util.UUID.class)
                .single();
        if (only) {
            assertThatThrownBy(() -> Scope.asSystem(() -> {
                        grants.revoke(person, grant);
                        return true;
                    }))
                    .isInstanceOf(Refused.class);
        }
        people.person(branch, Roles.SYSTEM_ADMINISTRATOR);
        Scope.asSystem(() -> {
            grants.revoke(person, grant);
            return true;
        });
    }

    @Test
    void anAdministratorForATimeDoesNotReplaceTheLastOneForEver() {
        inATransactionTakenBack(() -> {
            db.sql("delete from identity.role_grant where role = ?")
                    .param(Roles.AUDIT_ADMINISTRATOR)
                    .update();
            var lasting = people.person(branch, Roles.AUDIT_ADMINISTRATOR);
            var deputy = people.person(branch);
            var month = new Grant(
                    Roles.AUDIT_ADMINISTRATOR, branch, null, Instant.now().plus(30, ChronoUnit.DAYS));
            grants.grant(deputy, month);
            assertThatThrownBy(() -> grants.revoke(lasting, grantOf(lasting)))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.reason()).isEqualTo("last-administrator"));
        });
        inATransactionTakenBack(() -> {
            people.person(branch, Roles.AUDIT_ADMINISTRATOR);
            var deputy = people.person(branch);
            var grant = grants.grant(
                    deputy,
                    new Grant(
                            Roles.AUDIT_ADMINISTRATOR,
                            branch,
                            null,
                            Instant.now().plus(30, ChronoUnit.DAYS)));
            assertThatCode(() -> grants.revoke(deputy, grant)).doesNotThrowAnyException();
        });
    }

    private java.util.UUID grantOf(UserId person) {
        return db.sql("select id from identity.role_grant where person = ?")
                .param(person.value())
                .query(java.util.UUID.class)
                .single();
    }

    /// Who else is an administrator in the database that all tests share counts for nothing in between.
    private void inATransactionTakenBack(Runnable work) {
        Scope.asSystem(() -> transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        }));
    }

    @Test
    void aGrantGoesDownItsSubtreeAndNowhereElse() {
        var below = people.unit(branch);
        var elsewhere = people.branch();
        var desk = people.person(branch, "DESK_OPERATOR");
        var scope = directory.scopeOf(desk).orElseThrow();
        assertThat(scope.may("person:read", below)).isTrue();
        assertThat(scope.may("person:read", elsewhere)).isFalse();
        assertThat(scope.may("person:read", people.root())).isFalse();
        assertThat(directory
                        .scopeOf(people.person(branch, "DESK_OPERATOR", people.root()))
                        .orElseThrow()
                        .reach("person:read")
                        .everywhere())
                .isTrue();
        assertThat(directory.peopleWith("person:read", below)).contains(desk);
        assertThat(directory.peopleWith("person:read", elsewhere)).doesNotContain(desk);
        var late = people.unit(below);
        assertThat(directory.scopeOf(desk).orElseThrow().may("person:read", late))
                .as("a unit made later")
                .isTrue();
    }

    @Test
    void nobodyGrantsBeyondTheOwnUnitOrToOneself() {
        var elsewhere = people.branch();
        var person = people.person(branch);
        var grant = "{'role':'ENGINEER','unit':'%s'}";
        assertThat(send(HttpMethod.POST, "/api/people/" + person + "/grants", grant.formatted(elsewhere)))
                .hasStatus(403);
        assertThat(send(HttpMethod.POST, "/api/people/" + person + "/grants", grant.formatted(branch)))
                .hasStatus(201);
        assertThat(send(HttpMethod.POST, "/api/people/" + person + "/grants", grant.formatted(branch)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("granted-already");
        assertThat(send(
                        HttpMethod.POST,
                        "/api/people/" + person + "/grants",
                        "{'role':'USER','unit':'%s'}".formatted(branch)))
                .hasStatus(400);
    }

    @Test
    void whoLooksAfterAccountsSeesPeopleButNoRecords() {
        var scope = directory
                .scopeOf(people.person(branch, Roles.SECURITY_ADMINISTRATOR, people.root()))
                .orElseThrow();
        assertThat(scope.reach("person:read").everywhere()).isTrue();
        assertThat(scope.sight().anywhere().isNowhere()).isTrue();
        assertThat(scope.permissions().keySet())
                .noneMatch(permission -> permission.matches("(incident|work-order|system|statistics|alert):.*"));
    }

    @Test
    void aForeignUnitSeesNobody() {
        var stranger = people.session(people.person(people.branch(), "DESK_OPERATOR"));
        var person = people.person(branch);
        assertThat(http.get().uri("/api/people/" + person).cookie(stranger)).hasStatus(404);
        assertThat(http.get().uri("/api/people?unit=" + branch).cookie(stranger))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows")
                .asArray()
                .isEmpty();
        assertThat(http.get().uri("/api/people").cookie(people.session(person)))
                .as("without person:read")
                .hasStatus(403);
        var looked = http.get()
                .uri("/api/lookup/people?id=" + person)
                .cookie(stranger)
                .exchange();
        assertThat(looked).bodyJson().extractingPath("$[0].name").isNotNull();
        assertThat(looked).bodyJson().extractingPath("$[0].phone").isNull();
    }

    @Test
    void aGroupHasATrackOnTheSecondLineAloneAndMembers() throws Exception {
        var body = "{'name':'网络组%d','unit':'%s','line':%d,'track':%s}";
        assertThat(send(HttpMethod.POST, "/api/groups", body.formatted(People.number(), branch, 2, "null")))
                .hasStatus(400);
        assertThat(send(HttpMethod.POST, "/api/groups", body.formatted(People.number(), branch, 1, "'SYSTEM_OPS'")))
                .hasStatus(400);
        var made = send(HttpMethod.POST, "/api/groups", body.formatted(People.number(), branch, 2, "'SYSTEM_OPS'"));
        assertThat(made).hasStatus(201);
        var person = people.person(branch);
        var members = "/api/groups/" + id(made) + "/members/" + person;
        assertThat(http.put().uri(members).cookie(administrator).with(csrf())).hasStatus(204);
        assertThat(http.get().uri("/api/groups?unit=" + branch).cookie(administrator))
                .bodyJson()
                .extractingPath("$.rows[0].members[0].id")
                .isEqualTo(person.toString());
        assertThat(found("handlers=true&id=" + person)).hasSize(1);
        assertThat(found("handlers=true&id=" + people.person(branch))).isEmpty();
        assertThat(http.get().uri("/api/lookup/people?q=" + "x".repeat(101)).cookie(administrator))
                .hasStatus(400);
        assertThat(http.get().uri("/api/me").cookie(people.session(person)))
                .bodyJson()
                .extractingPath("$.groups[0].line")
                .isEqualTo(2);
        assertThat(http.delete().uri(members).cookie(administrator).with(csrf()))
                .hasStatus(204);
        assertThat(directory.members(new io.hengwei.platform.shared.GroupId(java.util.UUID.fromString(id(made)))))
                .isEmpty();
    }

    private List<Object> found(String query) throws Exception {
        var answer = http.get()
                .uri("/api/lookup/people?" + query)
                .cookie(administrator)
                .exchange();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$");
    }

    @Test
    void whatIsMissingOrImpossibleIsSaidAtItsField() {
        for (var body :
                List.of("{'kind':'DEPARTMENT','parent':'%s'}", "{'name':' ','kind':'DEPARTMENT','parent':'%s'}"))
            assertThat(send(HttpMethod.POST, "/api/units", body.formatted(branch)))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo("name");
        assertThat(send(HttpMethod.POST, "/api/groups", "{'name':'组','unit':'%s','line':7}".formatted(branch)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("line");
    }

    @Test
    void aUnitIsMadeBelowAnotherAndRenamed() {
        var made = send(
                HttpMethod.POST, "/api/units", "{'name':'信息部','kind':'DEPARTMENT','parent':'%s'}".formatted(branch));
        assertThat(made).hasStatus(201);
        assertThat(send(
                        HttpMethod.POST,
                        "/api/units",
                        "{'name':'信息部','kind':'DEPARTMENT','parent':'%s'}".formatted(branch)))
                .hasStatus(409);
        assertThat(send(
                        HttpMethod.POST,
                        "/api/units",
                        "{'name':'第二总部','kind':'HEADQUARTERS','parent':'%s'}".formatted(branch)))
                .hasStatus(400);
        assertThat(send(HttpMethod.PUT, "/api/units/" + id(made), "{'name':'科技部'}"))
                .hasStatus(204);
        assertThat(http.get().uri("/api/units").cookie(administrator))
                .bodyJson()
                .extractingPath("$[?(@.id=='" + id(made) + "')].path")
                .asArray()
                .singleElement()
                .asString()
                .endsWith(" / 科技部");
    }

    @Test
    void aUnitMovesWithAllThatIsGrantedOverItsNewPlace() {
        var far = people.unit(branch);
        var near = people.unit(branch);
        var desk = people.person(near, "DESK_OPERATOR");
        var change = "{'name':'搬走的部门','parent':'%s'}";
        assertThat(send(HttpMethod.PUT, "/api/units/" + far, change.formatted(near)))
                .hasStatus(204);
        assertThat(directory.scopeOf(desk).orElseThrow().may("person:read", far))
                .isTrue();
        assertThat(send(HttpMethod.PUT, "/api/units/" + near, change.formatted(far)))
                .as("below itself")
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("parent");
        assertThat(send(HttpMethod.PUT, "/api/units/" + far, change.formatted(people.branch())))
                .as("where the mover has no say")
                .hasStatus(403);
    }

    @Test
    void aUnitIsClosedWhenNobodyIsLeftAndTakesNobodyIn() {
        var unit = people.unit(branch);
        var below = people.unit(unit);
        var person = people.person(below);
        var close = "{'name':'撤销的部门%d','active':%s}";
        assertThat(send(HttpMethod.PUT, "/api/units/" + unit, close.formatted(People.number(), false)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("unit-has-units");
        assertThat(send(HttpMethod.PUT, "/api/units/" + below, close.formatted(People.number(), false)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("unit-has-people");
        asSystem(
                "with moved as (update identity.person_card set unit = '%s' where id = '%s' returning id) select id::text from moved"
                        .formatted(branch, person));
        assertThat(send(HttpMethod.PUT, "/api/units/" + below, close.formatted(People.number(), false)))
                .hasStatus(204);
        assertThat(send(HttpMethod.PUT, "/api/units/" + unit, close.formatted(People.number(), false)))
                .hasStatus(204);
        assertThat(send(HttpMethod.POST, "/api/people", "{'name':'新人','unit':'%s'}".formatted(below)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("unit-closed");
        assertThat(send(HttpMethod.PUT, "/api/units/" + below, close.formatted(People.number(), true)))
                .as("below a closed one")
                .hasStatus(400);
        assertThat(send(HttpMethod.PUT, "/api/units/" + unit, close.formatted(People.number(), true)))
                .hasStatus(204);
    }

    @Test
    void aBodyThatIsTooLargeIsAProblemToo() {
        var large = http.post()
                .uri("/api/people")
                .cookie(administrator)
                .with(csrf())
                .header("Idempotency-Key", "large")
                .contentType(MediaType.APPLICATION_JSON)
                .content("\"" + "x".repeat(1 << 21) + "\"")
                .exchange();
        assertThat(large).hasStatus(413).bodyJson().extractingPath("$.code").isEqualTo("too-large");
    }

    @Test
    void whoLosesTheRightIsRefusedAtOnce() {
        var manager = people.person(branch, "OPS_MANAGER");
        var session = people.session(manager);
        assertThat(http.get().uri("/api/people").cookie(session)).hasStatusOk();
        var grant = db.sql("select id from identity.role_grant where person = ?")
                .param(manager.value())
                .query(java.util.UUID.class)
                .single();
        assertThat(http.delete()
                        .uri("/api/people/" + manager + "/grants/" + grant)
                        .cookie(administrator)
                        .with(csrf()))
                .hasStatus(204);
        assertThat(http.get().uri("/api/people").cookie(session)).hasStatus(403);
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return http.method(method)
                .uri(path)
                .cookie(administrator)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private static String id(MvcTestResult made) {
        try {
            return made.getResponse().getContentAsString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String asSystem(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(String.class).single()));
    }
}
