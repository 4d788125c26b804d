package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HengweiTest
class SignInTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    People people;

    @BeforeEach
    void makePeople() {
        people = new People(context);
    }

    @Test
    void whoIsNotSignedInIsToldSoAndGetsACsrfToken() {
        var answer = http.get()
                .uri("/api/me")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                .exchange();
        assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("unauthenticated");
        assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo("请先登录");
        assertThat(answer).cookies().containsCookie("XSRF-TOKEN");
        assertThat(http.get().uri("/api/me").header(HttpHeaders.ACCEPT_LANGUAGE, "en-US"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Please sign in");
    }

    @Test
    void aSessionBeginsWithThePasswordAndEndsWithSigningOut() {
        var person = people.person(people.branch(), "DESK_OPERATOR");
        var csrf = csrf();
        var session =
                signIn(csrf, username(person), People.PASSWORD).getResponse().getCookie("HENGWEI_SESSION");
        assertThat(session).isNotNull().satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        });
        var me = http.get().uri("/api/me").cookie(session).exchange();
        assertThat(me).hasStatusOk().bodyJson().extractingPath("$.username").isEqualTo(username(person));
        assertThat(me)
                .bodyJson()
                .extractingPath("$.permissions")
                .asArray()
                .contains("person:read")
                .doesNotContain("grant:manage");
        assertThat(me).bodyJson().extractingPath("$.roles[0].code").isEqualTo("DESK_OPERATOR");
        assertThat(http.delete().uri("/api/session").cookie(session, csrf).header("X-XSRF-TOKEN", csrf.getValue()))
                .hasStatus(204);
        assertThat(http.get().uri("/api/me").cookie(session)).hasStatus(401);
    }

    @Test
    void whoChangesTheOwnPasswordStaysInThisWindowAlone() {
        var person = people.person(people.branch());
        var elsewhere = people.session(person);
        var here = people.session(person);
        assertThat(changePassword(here, "Wrong!horse7", "Better!horse8"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("old");
        var changed = changePassword(here, People.PASSWORD, "Better!horse8");
        assertThat(changed).hasStatus(204);
        var now = changed.getResponse().getCookie("HENGWEI_SESSION");
        assertThat(http.get().uri("/api/me").cookie(now)).hasStatusOk();
        assertThat(http.get().uri("/api/me").cookie(here)).hasStatus(401);
        assertThat(http.get().uri("/api/me").cookie(elsewhere)).hasStatus(401);
        assertThat(signIn(csrf(), username(person), "Better!horse8")).hasStatusOk();
    }

    private MvcTestResult changePassword(Cookie session, String old, String password) {
        return http.put()
                .uri("/api/me/password")
                .cookie(session)
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"old\":\"%s\",\"password\":\"%s\"}".formatted(old, password))
                .exchange();
    }

    @Test
    void wrongNameAndWrongPasswordGetTheSameAnswer() {
        var person = people.person(people.branch());
        var wrong = signIn(csrf(), username(person), "Wrong!horse7");
        var unknown = signIn(csrf(), "nobody" + People.number(), People.PASSWORD);
        assertThat(wrong).hasStatus(401);
        assertThat(body(unknown)).isEqualTo(body(wrong));
    }

    @Test
    void fiveWrongPasswordsLockTheAccount() {
        var username = username(people.person(people.branch()));
        for (int i = 0; i < 5; i++)
            assertThat(signIn(csrf(), username, "Wrong!horse7")).hasStatus(401);
        assertThat(signIn(csrf(), username, People.PASSWORD)).hasStatus(401);
    }

    @Test
    void aChangeWithoutTheCsrfTokenIsRefused() {
        var person = people.person(people.branch());
        var refused = http.post()
                .uri("/api/session")
                .contentType(MediaType.APPLICATION_JSON)
                .content(login(username(person), People.PASSWORD))
                .exchange();
        assertThat(refused).hasStatus(403).bodyJson().extractingPath("$.reason").isEqualTo("csrf");
        assertThat(http.delete().uri("/api/session").cookie(people.session(person)))
                .hasStatus(403);
    }

    @Test
    void theCsrfTokenStaysTheSameWhileSomebodyIsSignedIn() {
        var session = people.session(people.person(people.branch()));
        var again = http.get().uri("/api/me").cookie(session, csrf()).exchange();
        assertThat(again).hasStatusOk();
        assertThat(again.getResponse().getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void signingInIsKeptInTheJournalWithoutAnythingSecret() {
        var person = people.person(people.branch());
        signIn(csrf(), username(person), "Wrong!horse7");
        signIn(csrf(), username(person), People.PASSWORD);
        var lines =
                Scope.asSystem(() -> context.getBean(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(ignored -> db.sql(
                                        "select command || ' ' || body from record.journal where subject = ? and command like 'SignIn%' order by id")
                                .param(person.value())
                                .query(String.class)
                                .list()));
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("horse"));
        assertThat(lines.getFirst()).startsWith("SignInFailed");
    }

    @Test
    void whatIsNotServedIsNotOpen() {
        var session = people.session(people.person(people.branch()));
        assertThat(http.get().uri("/api/no-such-thing").cookie(session)).hasStatus(404);
        assertThat(http.get().uri("/actuator/env")).hasStatus(401);
        assertThat(http.get().uri("/actuator/health")).hasStatusOk();
        assertThat(http.get().uri("/v3/api-docs")).hasStatus(401);
        assertThat(http.get().uri("/api/openapi.json")).hasStatus(401);
    }

    private Cookie csrf() {
        return http.get().uri("/api/setup").exchange().getResponse().getCookie("XSRF-TOKEN");
    }

    private MvcTestResult signIn(Cookie csrf, String username, String password) {
        return http.post()
                .uri("/api/session")
                .cookie(csrf)
                .header("X-XSRF-TOKEN", csrf.getValue())
                .contentType(MediaType.APPLICATION_JSON)
                .content(login(username, password))
                .exchange();
    }

    private static String login(String username, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    }

    private String username(UserId person) {
        return Scope.asSystem(() -> context.getBean(Directory.class).username(person));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
