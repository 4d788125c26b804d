package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class TokenTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @Autowired
    TokenAdministration tokens;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    UserId manager;
    Cookie session;

    @BeforeEach
    void makePerson() {
        var people = new People(context);
        manager = people.person(people.branch(), "OPS_MANAGER");
        session = people.session(manager);
    }

    @Test
    void aTokenIsMadeShownOnceUsedWithoutCsrfAndRevoked() {
        var made = http.post()
                .uri("/api/me/tokens")
                .cookie(session)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"监控\"}")
                .exchange();
        assertThat(made)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.token")
                .asString()
                .startsWith("hw_");
        var token = http.get().uri("/api/me/tokens").cookie(session).exchange();
        assertThat(token).bodyJson().extractingPath("$[0].name").isEqualTo("监控");
        assertThat(token).bodyText().doesNotContain("hw_");
        var issued = issue(null, null);
        assertThat(get("/api/people", issued.secret())).isEqualTo(200);
        assertThat(http.delete()
                        .uri("/api/me/tokens/" + issued.id())
                        .header("Authorization", "Bearer " + issued.secret()))
                .as("no CSRF token needed")
                .hasStatus(204);
        assertThat(get("/api/people", issued.secret())).isEqualTo(401);
    }

    @Test
    void aRepeatedRequestForATokenShowsNothingAgain() {
        var key = java.util.UUID.randomUUID().toString();
        for (var expected : new int[] {201, 409}) {
            assertThat(http.post()
                            .uri("/api/me/tokens")
                            .cookie(session)
                            .with(csrf())
                            .header("Idempotency-Key", key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"once\"}"))
                    .hasStatus(expected);
        }
    }

    @Test
    void theScopesOfATokenOnlyNarrow() {
        var narrow = issue(Set.of("group:manage", "person:manage"), null);
        assertThat(get("/api/people", narrow.secret())).isEqualTo(403);
        var me = http.get()
                .uri("/api/me")
                .header("Authorization", "Bearer " + narrow.secret())
                .exchange();
        assertThat(me)
                .bodyJson()
                .extractingPath("$.permissions")
                .asArray()
                .doesNotContain("person:read", "person:manage");
        assertThat(http.post()
                        .uri("/api/me/tokens")
                        .header(
                                "Authorization",
                                "Bearer " + issue(Set.of("token:own"), null).secret())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"wider\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("token-wider");
    }

    @Test
    void aMisspeltLimitMakesNoTokenWithout() {
        for (var limits : new String[] {"\"scopes\":[\"incident:read\"]", "\"permissions\":[null]"})
            assertThat(http.post()
                            .uri("/api/me/tokens")
                            .cookie(session)
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"narrow\"," + limits + "}"))
                    .hasStatus(400);
        assertThat(http.get().uri("/api/me/tokens").cookie(session)).bodyText().doesNotContain("narrow");
    }

    @Test
    void anExpiredTokenOpensNothing() {
        var token = issue(null, Instant.now().plusSeconds(3600));
        assertThat(get("/api/me", token.secret())).isEqualTo(200);
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "update identity.credential set expires_at = now() - interval '1 second' where id = ?")
                .param(token.id())
                .update()));
        assertThat(get("/api/me", token.secret())).isEqualTo(401);
    }

    @Test
    void aSessionIsNoTokenAndAnIdleOneIsOver() {
        assertThat(get("/api/me", "hw_" + session.getValue())).isEqualTo(401);
        assertThat(http.get()
                        .uri("/api/me")
                        .cookie(new Cookie("HENGWEI_SESSION", issue(null, null).secret())))
                .hasStatus(401);
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "update identity.credential set made_at = now() - interval '31 minutes', last_seen_at = null where person = ? and kind = 'SESSION'")
                .param(manager.value())
                .update()));
        assertThat(http.get().uri("/api/me").cookie(session)).hasStatus(401);
    }

    private Credentials.Issued issue(@Nullable Set<String> permissions, @Nullable Instant expires) {
        return Scope.asSystem(() -> tokens.issue(manager, new IssueToken("t", permissions, expires)));
    }

    private int get(String path, String token) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse()
                .getStatus();
    }
}
