package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The door as people at a browser meet it, and what lets a test wait ninety days.
public class Door {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApplicationContext context;
    private final MockMvcTester http;
    private final JdbcClient db;

    public Door(ApplicationContext context) {
        this.context = context;
        http = context.getBean(MockMvcTester.class);
        db = context.getBean(JdbcClient.class);
    }

    MvcTestResult signIn(UserId person, String password, String... code) {
        return signIn(person, password, "Firefox", code);
    }

    MvcTestResult signIn(UserId person, String password, String agent, String[] code) {
        return signIn(username(person), password, agent, code);
    }

    /// As somebody types it.
    public MvcTestResult signIn(String username, String password) {
        return signIn(username, password, "Firefox", new String[0]);
    }

    private MvcTestResult signIn(String username, String password, String agent, String[] code) {
        var body = code.length == 0
                ? Map.of("username", username, "password", password)
                : Map.of("username", username, "password", password, "code", code[0]);
        return http.post()
                .uri("/api/session")
                .with(People.csrf())
                .header("User-Agent", agent)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    public static Cookie session(MvcTestResult answer) {
        return answer.getResponse().getCookie("HENGWEI_SESSION");
    }

    public MvcTestResult get(Cookie session, String path) {
        return http.get().uri(path).cookie(session).exchange();
    }

    /// The code that the app shows so many half minutes from now.
    public static String code(String secret, int steps) {
        return Totp.code(secret, java.time.Instant.now().plusSeconds(30L * steps));
    }

    public MvcTestResult bearer(String token, String path) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    public MvcTestResult ask(HttpMethod method, Cookie session, String path, @Nullable Object body) {
        var request = http.method(method).uri(path).cookie(session).with(People.csrf());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(body))
                        .exchange();
    }

    public MvcTestResult post(Cookie session, String path, Map<String, ?> body) {
        return ask(HttpMethod.POST, session, path, body);
    }

    public MvcTestResult put(Cookie session, String path, Map<String, ?> body) {
        return ask(HttpMethod.PUT, session, path, body);
    }

    /// What was seen in this version.
    public MvcTestResult changing(Cookie session, String path, long seen, Map<String, ?> body) {
        return http.put()
                .uri(path)
                .cookie(session)
                .with(People.csrf())
                .header("If-Match", "\"" + seen + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    public MvcTestResult delete(Cookie session, String path) {
        return ask(HttpMethod.DELETE, session, path, null);
    }

    public MvcTestResult changePassword(Cookie session, String old, String password) {
        return put(session, "/api/me/password", Map.of("old", old, "password", password));
    }

    public String username(UserId person) {
        return Scope.asSystem(() -> context.getBean(Directory.class).username(person));
    }

    /// So long ago has the person chosen the password.
    void agePassword(UserId person, Duration age) {
        change("update identity.password set changed_at = now() - cast(? as interval) where person = ?", age, person);
    }

    /// So long ago have the person's sessions seen a proof.
    public void ageProof(UserId person, Duration age) {
        change("update identity.credential set proved_at = now() - cast(? as interval) where person = ?", age, person);
    }

    void leaveIdle(UserId person, Duration age) {
        change(
                "update identity.credential set last_seen_at = now() - cast(? as interval) where person = ?",
                age,
                person);
    }

    private void change(String sql, Duration age, UserId person) {
        inTransaction(
                () -> db.sql(sql).param(age.toString()).param(person.value()).update());
    }

    public List<String> journal(UUID subject) {
        return inTransaction(
                () -> db.sql("select command || ' ' || body from record.journal where subject = ? order by id")
                        .param(subject)
                        .query(String.class)
                        .list());
    }

    public <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Scope.asSystem(() -> context.getBean(TransactionTemplate.class).execute(ignored -> work.get()));
    }
}
