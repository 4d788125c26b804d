package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.hengwei.HengweiTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

@HengweiTest
class OrganisationTest {
    @Autowired
    ApplicationContext context;

    SecurityOffice office;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
    }

    @Test
    void aGroupHasATrackOnTheSecondLineAloneAndMembers() throws Exception {
        var body = "{'name':'网络组%d','unit':'%s','line':%d,'track':%s}";
        assertThat(office.send(
                        HttpMethod.POST, "/api/groups", body.formatted(People.number(), office.branch, 2, "null")))
                .hasStatus(400);
        assertThat(office.send(
                        HttpMethod.POST,
                        "/api/groups",
                        body.formatted(People.number(), office.branch, 1, "'SYSTEM_OPS'")))
                .hasStatus(400);
        var made = office.send(
                HttpMethod.POST, "/api/groups", body.formatted(People.number(), office.branch, 2, "'SYSTEM_OPS'"));
        assertThat(made).hasStatus(201);
        var person = office.people.person(office.branch);
        var members = "/api/groups/" + SecurityOffice.id(made) + "/members/" + person;
        assertThat(office.http.put().uri(members).cookie(office.administrator).with(csrf()))
                .hasStatus(204);
        assertThat(office.http.get().uri("/api/groups?unit=" + office.branch).cookie(office.administrator))
                .bodyJson()
                .extractingPath("$.rows[0].members[0].id")
                .isEqualTo(person.toString());
        assertThat(found("handlers=true&id=" + person)).hasSize(1);
        assertThat(found("handlers=true&id=" + office.people.person(office.branch)))
                .isEmpty();
        assertThat(office.http
                        .get()
                        .uri("/api/lookup/people?q=" + "x".repeat(101))
                        .cookie(office.administrator))
                .hasStatus(400);
        assertThat(office.http.get().uri("/api/me").cookie(office.people.session(person)))
                .bodyJson()
                .extractingPath("$.groups[0].line")
                .isEqualTo(2);
        assertThat(office.http
                        .delete()
                        .uri(members)
                        .cookie(office.administrator)
                        .with(csrf()))
                .hasStatus(204);
        assertThat(office.directory.members(
                        new io.hengwei.platform.shared.GroupId(java.util.UUID.fromString(SecurityOffice.id(made)))))
                .isEmpty();
    }

    private List<Object> found(String query) throws Exception {
        var answer = office.http
                .get()
                .uri("/api/lookup/people?" + query)
                .cookie(office.administrator)
                .exchange();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$");
    }

    @Test
    void whatIsMissingOrImpossibleIsSaidAtItsField() {
        for (var body :
                List.of("{'kind':'DEPARTMENT','parent':'%s'}", "{'name':' ','kind':'DEPARTMENT','parent':'%s'}"))
            assertThat(office.send(HttpMethod.POST, "/api/units", body.formatted(office.branch)))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo("name");
        assertThat(office.send(
                        HttpMethod.POST, "/api/groups", "{'name':'组','unit':'%s','line':7}".formatted(office.branch)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("line");
    }

    @Test
    void aUnitIsMadeBelowAnotherAndRenamed() {
        var made = office.send(
                HttpMethod.POST,
                "/api/units",
                "{'name':'信息部','kind':'DEPARTMENT','parent':'%s'}".formatted(office.branch));
        assertThat(made).hasStatus(201);
        assertThat(office.send(
                        HttpMethod.POST,
                        "/api/units",
                        "{'name':'信息部','kind':'DEPARTMENT','parent':'%s'}".formatted(office.branch)))
                .hasStatus(409);
        assertThat(office.send(
                        HttpMethod.POST,
                        "/api/units",
                        "{'name':'第二总部','kind':'HEADQUARTERS','parent':'%s'}".formatted(office.branch)))
                .hasStatus(400);
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + SecurityOffice.id(made), "{'name':'科技部'}"))
                .hasStatus(204);
        assertThat(office.http.get().uri("/api/units").cookie(office.administrator))
                .bodyJson()
                .extractingPath("$[?(@.id=='" + SecurityOffice.id(made) + "')].path")
                .asArray()
                .singleElement()
                .asString()
                .endsWith(" / 科技部");
    }

    @Test
    void aUnitMovesWithAllThatIsGrantedOverItsNewPlace() {
        var far = office.people.unit(office.branch);
        var near = office.people.unit(office.branch);
        var desk = office.people.person(near, "DESK_OPERATOR");
        var change = "{'name':'搬走的部门','parent':'%s'}";
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + far, change.formatted(near)))
                .hasStatus(204);
        assertThat(office.directory.scopeOf(desk).orElseThrow().may("person:read", far))
                .isTrue();
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + near, change.formatted(far)))
                .as("below itself")
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("parent");
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + far, change.formatted(office.people.branch())))
                .as("where the mover has no say")
                .hasStatus(403);
    }

    @Test
    void aUnitIsClosedWhenNobodyIsLeftAndTakesNobodyIn() {
        var unit = office.people.unit(office.branch);
        var below = office.people.unit(unit);
        var person = office.people.person(below);
        var close = "{'name':'撤销的部门%d','active':%s}";
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + unit, close.formatted(People.number(), false)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("unit-has-units");
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + below, close.formatted(People.number(), false)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("unit-has-people");
        office.asSystem(
                "with moved as (update identity.person_card set unit = '%s' where id = '%s' returning id) select id::text from moved"
                        .formatted(office.branch, person));
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + below, close.formatted(People.number(), false)))
                .hasStatus(204);
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + unit, close.formatted(People.number(), false)))
                .hasStatus(204);
        assertThat(office.send(HttpMethod.POST, "/api/people", "{'name':'新人','unit':'%s'}".formatted(below)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("unit-closed");
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + below, close.formatted(People.number(), true)))
                .as("below a closed one")
                .hasStatus(400);
        assertThat(office.send(HttpMethod.PUT, "/api/units/" + unit, close.formatted(People.number(), true)))
                .hasStatus(204);
    }
}
