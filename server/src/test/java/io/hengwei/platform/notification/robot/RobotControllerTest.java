package io.hengwei.platform.notification.robot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.page.Names;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@HengweiTest
class RobotControllerTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final Logger WEB = (Logger) LoggerFactory.getLogger("org.springframework.web");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    Receiver receiver;
    People people;
    UnitId branch;
    Client administrator;

    @BeforeEach
    void anAdministratorOfABranch() throws IOException {
        receiver = new Receiver();
        people = new People(context);
        branch = people.branch();
        administrator = Client.of(context, people.token(people.person(branch, "PLATFORM_ADMIN")));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aRobotIsSetUpReadAndChanged() {
        var id = make("值班群");
        var robot = administrator.get("/api/robots/" + id);
        assertThat(robot.path("name").asString()).isEqualTo("值班群");
        assertThat(robot.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(robot.path("signed").asBoolean()).isTrue();
        assertThat(robot.path("latest").isNull()).isTrue();
        assertThat(change(id, 1, Map.of("name", "运维群", "active", false)))
                .hasStatus(204)
                .hasHeader("ETag", "\"2\"");
        assertThat(change(id, 1, Map.of("name", "迟到", "active", true))).hasStatus(412);
        var changed = administrator.get("/api/robots/" + id);
        assertThat(changed.path("name").asString()).isEqualTo("运维群");
        assertThat(changed.path("active").asBoolean(true)).isFalse();
        assertThat(changed.path("signed").asBoolean()).isTrue();
        assertThat(administrator.ask("/api/robots/" + id)).hasHeader("ETag", "\"2\"");
        var listed = administrator.get("/api/robots?q=运维群");
        assertThat(listed.path("rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asString()).isEqualTo(id));
        assertThat(change(
                        id, 2, Map.of("name", "运维群", "active", true, "access", Map.of("webhook", receiver.address()))))
                .hasStatus(204);
        assertThat(administrator.get("/api/robots/" + id).path("signed").asBoolean(true))
                .as("a secret is told to the address it was entered with alone")
                .isFalse();
    }

    /// Whoever agrees to a rule reads which group it tells, without a right over robots.
    @Test
    void itsNameAloneIsKnownWhereARuleNamesIt() {
        var id = make("值班群");
        var reader = people.person(people.branch(), "INCIDENT_MANAGER");
        assertThat(Client.of(context, people.token(reader)).ask("/api/robots/" + id))
                .hasStatus(404);
        var scope = context.getBean(Directory.class).scopeOf(reader).orElseThrow();
        var names = Scope.as(
                scope,
                () -> transactions.execute(
                        ignored -> context.getBean(Names.class).anything(Set.of(UUID.fromString(id)))));
        assertThat(names).containsExactly(Map.entry(UUID.fromString(id), "值班群"));
    }

    @Test
    void whatIsNotRightIsRefused() {
        make("群");
        assertThat(create("群", "DINGTALK", branch, receiver.address(), null)).hasStatus(409);
        assertRefused("robot-unsigned", create("甲", "WECOM", branch, receiver.address(), "SECRET"));
        assertRefused("robot-host", create("乙", "FEISHU", branch, "https://evil.example/SECRET", null));
        assertRefused("robot-webhook", create("丙", "FEISHU", branch, "SECRET SECRET", null));
        assertThat(administrator.post("/api/robots", "{\"name\": \"\", \"kind\": \"WECOM\"}"))
                .hasStatus(400);
        assertThat(create("x".repeat(101), "DINGTALK", branch, receiver.address(), Receiver.SECRET))
                .hasStatus(400);
    }

    @Test
    void itPostsATestMessageAndTellsWhatTheRobotAnswered() {
        var id = make("群");
        assertThat(trial(id)).hasStatusOk();
        assertThat(receiver.texts())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("恒维测试消息", "群"));
        receiver.answer = exchange ->
                Receiver.say(exchange, 200, "{\"errcode\":300005,\"errmsg\":\"token " + Receiver.TOKEN + "\"}");
        var refused = Client.tree(trial(id));
        assertThat(refused.path("failure").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("said").asString()).isEqualTo("300005: token ***");
        var log = administrator.get("/api/robots/" + id + "/posts");
        assertThat(log.path("rows").findValuesAsString("state")).containsExactly("FAILED", "SENT");
        for (int i = 2; i < PostQueue.A_MINUTE; i++) assertThat(trial(id)).hasStatusOk();
        assertRefused("robot-busy", trial(id));
        assertThat(receiver.heard).hasSize(PostQueue.A_MINUTE);
    }

    @Test
    void whoReadsDoesNotChangeAndOthersSeeNothing() {
        var id = make("群");
        var reader = Client.of(context, people.token(people.person(branch, "EXECUTIVE")));
        assertThat(reader.ask("/api/robots/" + id)).hasStatusOk();
        assertThat(reader.ask("/api/robots/" + id + "/posts")).hasStatusOk();
        assertThat(reader.post("/api/robots/" + id + "/test", "")).hasStatus(403);
        assertThat(change(reader, id, 1, Map.of("name", "x", "active", true))).hasStatus(403);
        var engineer = Client.of(context, people.token(people.person(branch, "ENGINEER")));
        assertThat(engineer.ask("/api/robots/" + id)).hasStatus(404);
        assertThat(engineer.get("/api/robots").path("rows")).isEmpty();
        var elsewhere = Client.of(context, people.token(people.person(people.branch(), "PLATFORM_ADMIN")));
        assertThat(elsewhere.ask("/api/robots/" + id)).hasStatus(404);
        assertThat(elsewhere.post("/api/robots/" + id + "/test", "")).hasStatus(404);
        assertThat(change(elsewhere, id, 1, Map.of("name", "x", "active", true)))
                .hasStatus(404);
        assertThat(elsewhere.get("/api/robots?unit=" + branch).path("rows")).isEmpty();
        assertThat(elsewhere.post("/api/robots", body("x", "DINGTALK", branch, receiver.address(), null)))
                .hasStatus(403);
    }

    @Test
    void addressAndSecretAreInNoAnswerNoJournalLineAndNoLog() {
        var log = logged();
        receiver.answer = exchange -> Receiver.say(exchange, 500, Receiver.TOKEN + Receiver.SECRET);
        var made = create("群", "DINGTALK", branch, receiver.address(), Receiver.SECRET);
        var id = Client.tree(made).path("id").asString();
        var answers = List.of(
                made,
                create("群", "DINGTALK", branch, receiver.address(), Receiver.SECRET),
                create("", "DINGTALK", branch, receiver.address(), Receiver.SECRET),
                create("乙", "WECOM", branch, receiver.address(), Receiver.SECRET),
                create("丙", "DINGTALK", branch, receiver.address() + "x".repeat(600), Receiver.SECRET),
                administrator.post(
                        "/api/robots",
                        "{\"access\": {\"webhook\": \"" + receiver.address() + "\", \"secret\": [\"" + Receiver.SECRET
                                + "\"]}}"),
                trial(id),
                administrator.ask("/api/robots"),
                administrator.ask("/api/robots/" + id),
                administrator.ask("/api/robots/" + id + "/posts"));
        for (var answer : answers)
            assertThat(new String(
                            answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(Receiver.TOKEN, Receiver.SECRET);
        var written = Scope.asSystem(() -> transactions.execute(ignored -> db.sql("""
                select command || ' ' || body::text from record.journal where subject = :robot
                union all select coalesce(answer::text, '') from record.idempotency
                union all select p::text from notification.post p where p.robot = :robot
                union all select r.name || r.host || encode(r.sealed, 'escape') from notification.robot r where r.id = :robot""")
                .param("robot", UUID.fromString(id))
                .query(String.class)
                .list()));
        assertThat(written)
                .anyMatch(line -> line.startsWith("CreateRobot"))
                .anyMatch(line -> line.startsWith("TryRobot"))
                .noneMatch(line -> line.contains(Receiver.TOKEN) || line.contains(Receiver.SECRET));
        assertThat(log.list)
                .isNotEmpty()
                .extracting(line -> line.getFormattedMessage() + said(line.getThrowableProxy()))
                .noneMatch(line -> line.contains(Receiver.TOKEN) || line.contains(Receiver.SECRET));
        ROOT.detachAppender(log);
        WEB.setLevel(null);
    }

    private static ListAppender<ILoggingEvent> logged() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        ROOT.addAppender(log);
        WEB.setLevel(Level.DEBUG);
        return log;
    }

    private static String said(@Nullable IThrowableProxy thrown) {
        return thrown == null ? "" : " " + thrown.getMessage() + said(thrown.getCause());
    }

    private String make(String name) {
        var made = create(name, "DINGTALK", branch, receiver.address(), Receiver.SECRET);
        assertThat(made).hasStatus(201);
        return Client.tree(made).path("id").asString();
    }

    private MvcTestResult create(String name, String kind, UnitId unit, String webhook, @Nullable String secret) {
        return administrator.post("/api/robots", body(name, kind, unit, webhook, secret));
    }

    private static String body(String name, String kind, UnitId unit, String webhook, @Nullable String secret) {
        var access = secret == null ? Map.of("webhook", webhook) : Map.of("webhook", webhook, "secret", secret);
        return JSON.writeValueAsString(Map.of("name", name, "kind", kind, "unit", unit, "access", access));
    }

    private MvcTestResult trial(String id) {
        return administrator.post("/api/robots/" + id + "/test", "");
    }

    private MvcTestResult change(String id, long seen, Map<String, Object> body) {
        return change(administrator, id, seen, body);
    }

    private static MvcTestResult change(Client by, String id, long seen, Map<String, Object> body) {
        return by.http()
                .put()
                .uri("/api/robots/" + id)
                .header("Authorization", "Bearer " + by.token())
                .header("If-Match", "\"" + seen + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    private static void assertRefused(String reason, MvcTestResult answer) {
        var problem = Client.tree(answer);
        assertThat(problem.path("reason").asString()).isEqualTo(reason);
        assertThat(problem.toString()).doesNotContain("SECRET");
    }
}
