package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Whoever is gone is gone at once: no session, no token, no code and no password of that person opens anything.
@HengweiTest
class GoneTest {
    private static final String CSRF = "known-to-the-page-alone";

    @Autowired
    ApplicationContext context;

    private Insiders insiders;
    private Attacker administrator;
    private UserId person;
    private String username;
    private String code;
    private String token;
    private Map<String, Map<String, String>> credentials;

    @BeforeEach
    void somebodyWhoIsStillThere() {
        insiders = Insiders.of(context);
        administrator = insiders.all.get(2);
        person = insiders.people.person(insiders.branch.unit(), "ENGINEER");
        var offered = administrator
                .text("POST", "/api/people/" + person + "/activation", "")
                .tree();
        username = offered.path("username").asString();
        code = offered.path("code").asString();
        token = "Bearer " + insiders.people.token(person);
        credentials = new LinkedHashMap<>();
        credentials.put("session", Map.of("Cookie", session()));
        credentials.put("token", Map.of("Authorization", token));
        credentials.put(
                "narrowed token", Map.of("Authorization", "Bearer " + insiders.people.token(person, "incident:read")));
        credentials.forEach((name, headers) -> assertThat(me(headers)).as(name).isEqualTo(200));
    }

    private String session() {
        return "HENGWEI_SESSION=" + insiders.people.session(person).getValue() + "; XSRF-TOKEN=" + CSRF;
    }

    @Test
    void whoIsSwitchedOffIsOutAtOnceAndStaysOutWithWhatThereWasBefore() {
        switched(false);
        nothingOpens();
        switched(true);
        credentials.forEach((name, headers) -> assertThat(me(headers)).as(name).isEqualTo(401));
        assertThat(me(Map.of("Authorization", "Bearer " + insiders.people.token(person))))
                .isEqualTo(200);
    }

    @Test
    void whoseTimeIsOverIsOutWithTheSecond() {
        ends("now() + interval '1 hour'");
        credentials.forEach((name, headers) -> assertThat(me(headers)).as(name).isEqualTo(200));
        ends("now() - interval '1 second'");
        nothingOpens();
    }

    private void nothingOpens() {
        var comments = "/api/records/" + insiders.branch.incident() + "/comments";
        var before = insiders.acts();
        credentials.forEach((name, headers) -> {
            assertThat(me(headers)).as(name).isEqualTo(401);
            assertThat(post(comments, "{\"text\":\"still here\"}", headers).status())
                    .as(name)
                    .isEqualTo(401);
        });
        assertThat(insiders.acts()).isEqualTo(before);
        var refused = post("/api/session", login(People.PASSWORD), Map.of());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text())
                .as("as for a wrong password")
                .isEqualTo(post("/api/session", login("Wrong!horse7"), Map.of()).text());
        var activation = "{\"username\":\"%s\",\"code\":\"%s\",\"password\":\"Better!horse8\"}";
        post("/api/activation", activation.formatted(username, code), Map.of()).isRefused("activation");
    }

    private String login(String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    }

    private int me(Map<String, String> headers) {
        return insiders.manager()
                .as(null)
                .send("GET", "/api/me", BodyPublishers.noBody(), headers)
                .status();
    }

    private Attacker.Answer post(String uri, String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putIfAbsent("Cookie", "XSRF-TOKEN=" + CSRF);
        all.put("X-XSRF-TOKEN", CSRF);
        all.put("Content-Type", "application/json");
        return insiders.manager().as(null).send("POST", uri, BodyPublishers.ofString(body), all);
    }

    private void switched(boolean active) {
        var there = administrator.get("/api/people/" + person).tree();
        var body = "{\"username\":\"%s\",\"name\":\"%s\",\"unit\":\"%s\",\"active\":%s}"
                .formatted(username, there.path("name").asString(), insiders.branch.unit(), active);
        var changed = administrator.send(
                "PUT",
                "/api/people/" + person,
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/json", "If-Match", "\"" + version(there) + "\""));
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
    }

    private static long version(JsonNode person) {
        return person.path("version").asLong();
    }

    private void ends(String when) {
        Scope.asSystem(() -> context.getBean(TransactionTemplate.class)
                .execute(ignored -> context.getBean(JdbcClient.class)
                        .sql("update identity.person_card set ends_at = " + when + " where id = ?")
                        .param(person.value())
                        .update()));
    }
}
