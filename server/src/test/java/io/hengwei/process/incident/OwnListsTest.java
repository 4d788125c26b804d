package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists of what concerns the person who asks, and of what follows the clock.
@HengweiTest
class OwnListsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private People people;
    private UnitId unit;
    private String manager;

    @BeforeEach
    void somebodyWhoManagesIncidents() {
        people = new People(context);
        unit = people.branch();
        manager = people.token(people.person(unit, "INCIDENT_MANAGER"));
    }

    @Test
    void aPersonFindsTheOwnReportsWhereverTheyAreLookedAfter() {
        var requester = people.person(people.branch(), "ENGINEER");
        var id = open(requester);
        var token = people.token(requester);
        assertThat(get("/api/incidents?requester=" + requester, token)
                        .path("rows")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(get("/api/incidents", token).path("rows").toString()).doesNotContain(id);
        var stranger = people.token(people.person(people.branch(), "ENGINEER"));
        assertThat(get("/api/incidents?requester=" + requester, stranger)
                        .path("rows")
                        .size())
                .isZero();
    }

    @Test
    void aListThatFollowsTheClockHasAnotherPage() {
        var requester = people.person(unit);
        open(requester);
        open(requester);
        var first = get("/api/incidents?due=SOON&size=1", manager);
        var second =
                get("/api/incidents?due=SOON&size=1&after=" + first.path("next").asString(), manager);
        assertThat(second.path("rows").path(0).path("id").asString())
                .isNotEqualTo(first.path("rows").path(0).path("id").asString());
        assertThat(second.path("rows").size()).isOne();
    }

    @Test
    void anOrderNamesItsOriginOnlyWhereItIsRaised() {
        var group = new SomeCompany(db, transactions).group(unit);
        var foreign = open(people.person(unit));
        var answer = post("/api/work-orders", """
            {"type":"ON_SITE_SUPPORT","title":"换硒鼓","instructions":"三楼","unit":"%s","group":"%s","origin":"%s"}""".formatted(unit, group, foreign));
        assertThat(answer).hasStatus(400);
        assertThat(json.readTree(answer.getResponse().getContentAsByteArray())
                        .path("reason")
                        .asString())
                .isEqualTo("origin-by-form");
    }

    private String open(UserId requester) {
        var answer = post("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","requester":"%s","unit":"%s","channel":"HOTLINE","occurredAt":"2026-01-05T01:00:00Z",
            "impact":"ONE_PERSON","effect":"IMPAIRED","urgency":"LOW"}""".formatted(requester, unit));
        assertThat(answer).hasStatus(201);
        return json.readTree(answer.getResponse().getContentAsByteArray())
                .path("id")
                .asString();
    }

    private MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .header("Authorization", "Bearer " + manager)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode get(String uri, String token) {
        var answer =
                http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
