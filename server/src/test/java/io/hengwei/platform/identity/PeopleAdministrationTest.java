package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@HengweiTest
class PeopleAdministrationTest {
    @Autowired
    ApplicationContext context;

    SecurityOffice office;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
    }

    @Test
    void aPersonIsMadeFoundChangedAndLeaves() {
        var username = "li" + People.number();
        var made = office.send(
                HttpMethod.POST,
                "/api/people",
                "{'username':'%s','name':'李四%s','phone':'139%s','unit':'%s','password':'Right!horse7'}"
                        .formatted(username, username, username, office.branch));
        assertThat(made).hasStatus(201);
        var found = office.http
                .get()
                .uri("/api/people?q=" + username)
                .cookie(office.administrator)
                .exchange();
        assertThat(found).bodyJson().extractingPath("$.rows[0].name").isEqualTo("李四" + username);
        assertThat(found).bodyJson().extractingPath("$.count").isEqualTo(1);
        var person = "/api/people/" + SecurityOffice.id(made);
        var change = "{'username':'%s','name':'李四','unit':'%s','active':false}".formatted(username, office.branch);
        assertThat(office.send(HttpMethod.PUT, person, change)).hasStatus(428);
        assertThat(office.http
                        .put()
                        .uri(person)
                        .cookie(office.administrator)
                        .with(csrf())
                        .header("If-Match", "\"7\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change.replace('\'', '"')))
                .hasStatus(412);
        var session = office.people.session(new UserId(java.util.UUID.fromString(SecurityOffice.id(made))));
        assertThat(office.http.get().uri("/api/me").cookie(session)).hasStatusOk();
        assertThat(office.http
                        .put()
                        .uri(person)
                        .cookie(office.administrator)
                        .with(csrf())
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change.replace('\'', '"')))
                .hasStatus(204);
        assertThat(office.http.get().uri("/api/me").cookie(session)).hasStatus(401);
        assertThat(office.http.get().uri(person).cookie(office.administrator))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(false);
    }

    @Test
    void aUserNameIsTakenOnceWhateverItsLetters() {
        var username = "wang" + People.number();
        var body = "{'username':'%s','name':'王五','unit':'" + office.branch + "'}";
        assertThat(office.send(HttpMethod.POST, "/api/people", body.formatted(username)))
                .hasStatus(201);
        assertThat(office.send(
                        HttpMethod.POST, "/api/people", body.formatted(username.toUpperCase(java.util.Locale.ROOT))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("username-taken");
        assertThat(office.send(HttpMethod.POST, "/api/people", body.formatted(username)))
                .as("the field to change")
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("username");
    }

    @Test
    void thePasswordOfAPersonIsNowhereInTheJournal() {
        var made = office.send(
                HttpMethod.POST,
                "/api/people",
                "{'username':'q%d','name':'赵六','unit':'%s','password':'Right!horse7'}"
                        .formatted(People.number(), office.branch));
        var body = office.asSystem("select string_agg(body::text, ' ') from record.journal where subject = '"
                + SecurityOffice.id(made) + "'");
        assertThat(body).contains("赵六").doesNotContain("horse");
    }

    @Test
    void aForeignUnitSeesNobody() {
        var stranger = office.people.session(office.people.person(office.people.branch(), "DESK_OPERATOR"));
        var person = office.people.person(office.branch);
        assertThat(office.http.get().uri("/api/people/" + person).cookie(stranger))
                .hasStatus(404);
        assertThat(office.http.get().uri("/api/people?unit=" + office.branch).cookie(stranger))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows")
                .asArray()
                .isEmpty();
        assertThat(office.http.get().uri("/api/people").cookie(office.people.session(person)))
                .as("without person:read")
                .hasStatus(403);
        var looked = office.http
                .get()
                .uri("/api/lookup/people?id=" + person)
                .cookie(stranger)
                .exchange();
        assertThat(looked).bodyJson().extractingPath("$[0].name").isNotNull();
        assertThat(looked).bodyJson().extractingPath("$[0].phone").isNull();
    }

    @Test
    void aBodyThatIsTooLargeIsAProblemToo() {
        var large = office.http
                .post()
                .uri("/api/people")
                .cookie(office.administrator)
                .with(csrf())
                .header("Idempotency-Key", "large")
                .contentType(MediaType.APPLICATION_JSON)
                .content("\"" + "x".repeat(1 << 21) + "\"")
                .exchange();
        assertThat(large).hasStatus(413).bodyJson().extractingPath("$.code").isEqualTo("too-large");
    }

    @Test
    void whoLosesTheRightIsRefusedAtOnce() {
        var manager = office.people.person(office.branch, "OPS_MANAGER");
        var session = office.people.session(manager);
        assertThat(office.http.get().uri("/api/people").cookie(session)).hasStatusOk();
        var grant = office.db
                .sql("select id from identity.role_grant where person = ?")
                .param(manager.value())
                .query(java.util.UUID.class)
                .single();
        assertThat(office.http
                        .delete()
                        .uri("/api/people/" + manager + "/grants/" + grant)
                        .cookie(office.administrator)
                        .with(csrf()))
                .hasStatus(204);
        assertThat(office.http.get().uri("/api/people").cookie(session)).hasStatus(403);
    }
}
