package io.hengwei.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.Race;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// From the form to the first sign-in, and to the last day.
@HengweiTest
class AccountsOnApplicationTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountEndings endings;

    People people;
    UnitId branch;
    UserId clerk;
    UserId head;
    UserId administrator;

    @BeforeEach
    void staff() {
        people = new People(context);
        branch = people.branch();
        clerk = people.person(branch);
        head = people.person(branch, "DEPT_HEAD");
        administrator = people.person(branch, Roles.SECURITY_ADMINISTRATOR);
    }

    @Test
    void fromTheFormToTheFirstSignIn() {
        var username = "joiner" + People.number();
        var consent = held(file(clerk, joiner(username)));
        assertThat(count("title = '李新' and unit = '" + branch + "'"))
                .as("nothing is there before somebody has agreed")
                .isZero();
        assertThat(decide(head, consent))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DONE");
        var request = made(consent);
        assertThat(as(clerk)
                        .get("/api/account-requests?mine=true")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(as(administrator).get("/api/account-requests?state=AGREED").toString())
                .as("the queue of those who carry it out")
                .contains(request);

        assertThat(execute(administrator, request, username))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("EXECUTED");
        var person = person(username);
        assertThat(text("select string_agg(role || unit, '') from identity.role_grant where person = '" + person + "'"))
                .isEqualTo("ENGINEER" + branch);

        var offered = Client.tree(as(administrator).post("/api/people/" + person + "/activation", "{}"));
        var code = offered.path("code").asString();
        assertThat(text("select string_agg(body::text, ' ') from record.journal where subject = '" + person + "'"))
                .doesNotContain(code);
        assertThat(activate(username, "AAAAA-AAAAA-AAAAA-AAAAA", "Right!horse7"))
                .hasStatus(400);
        assertThat(activate(username, code, "short"))
                .as("the code survives a weak password")
                .hasStatus(400);
        assertThat(activate(username, code.toLowerCase(java.util.Locale.ROOT), "Right!horse7"))
                .hasStatus(204);
        assertThat(activate(username, code, "Other!horse8")).as("replayed").hasStatus(400);
        assertThat(signIn(username, "Right!horse7")).hasStatusOk();
        assertThat(signIn(username, "Other!horse8")).hasStatus(401);
    }

    @Test
    void whoAgreedOrAskedDoesNotExecute() {
        var both = people.person(branch, Roles.SECURITY_ADMINISTRATOR);
        Scope.asSystem(() -> {
            context.getBean(io.hengwei.platform.setting.SettingAdministration.class)
                    .change(
                            "approval.rules",
                            io.hengwei.platform.setting.SettingScope.unit(branch.value()),
                            JSON.readTree(rule(Roles.SECURITY_ADMINISTRATOR)),
                            null,
                            "test");
            return true;
        });
        var consent = held(file(clerk, joiner("x" + People.number())));
        assertThat(decide(both, consent)).hasStatusOk();
        assertThat(execute(both, made(consent), "x" + People.number()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("account-own-consent");

        var own = held(file(administrator, joiner("y" + People.number())));
        assertThat(decide(administrator, own)).as("the maker has no word").hasStatus(403);
        assertThat(decide(both, own)).hasStatusOk();
        assertThat(execute(administrator, made(own), "y" + People.number()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("account-own-request");
        assertThat(execute(head, made(own), "z" + People.number()))
                .as("no right to")
                .hasStatus(403);
    }

    @Test
    void anApplicationOfAnotherSystemNeedsItsOwnersToo() {
        var owner = people.person(branch, "BIZ_DEPT");
        var system = UUID.randomUUID();
        var consent = held(file(
                clerk,
                joiner("a" + People.number())
                        .replace(
                                "\"target\":\"HENGWEI\"", "\"target\":\"APPLICATION\",\"system\":\"" + system + "\"")));
        assertThat(decide(head, consent)).bodyJson().extractingPath("$.state").isEqualTo("PENDING");
        assertThat(decide(owner, consent)).bodyJson().extractingPath("$.state").isEqualTo("DONE");
    }

    @Test
    void aLeaverKeepsNothing() {
        var leaver = people.person(branch, "ENGINEER");
        var token = people.token(leaver);
        var consent = held(file(clerk, leaving(leaver)));
        decide(head, consent);
        var request = made(consent);
        assertThat(as(administrator).get("/api/leavers?leaving=REPORTED").toString())
                .contains(leaver.toString());
        assertThat(execute(administrator, request, null)).hasStatusOk();
        assertThat(Client.of(context, token).ask("/api/me")).hasStatus(401);
        assertThat(text("select count(*)::text from identity.role_grant where person = '" + leaver + "'"))
                .isEqualTo("0");
        assertThat(as(administrator).get("/api/leavers").toString()).doesNotContain(leaver.toString());
    }

    @Test
    void aTemporaryAccountEndsByItselfInTheMiddleOfASession() throws InterruptedException {
        var guest = people.person(branch, "ENGINEER");
        var session = people.session(guest);
        var token = people.token(guest);
        Scope.asSystem(() -> {
            accounts.set(
                    guest,
                    new IdentityAct.SetAccount(
                            AccountClass.PERSON, null, null, Instant.now().plusMillis(1500)));
            return true;
        });
        assertThat(http.get().uri("/api/me").cookie(session)).hasStatusOk();
        Thread.sleep(1600);
        assertThat(http.get().uri("/api/me").cookie(session)).hasStatus(401);
        assertThat(Client.of(context, token).ask("/api/me")).hasStatus(401);
        assertThat(signIn(
                        "u" + text("select substr(username, 2) from identity.person where id = '" + guest + "'"),
                        People.PASSWORD))
                .hasStatus(401);
        endings.close(Instant.now());
        assertThat(text("select active::text from identity.person_card where id = '" + guest + "'"))
                .isEqualTo("false");
    }

    @Test
    void oneStaffNumberHasOneAccountEvenInARace() {
        var number = "S" + People.number();
        var body = "{\"accountClass\":\"PERSON\",\"staffNumber\":\"%s\"}".formatted(number);
        var first = people.person(branch);
        var second = people.person(branch);
        var client = as(administrator);
        var numbered = new IdentityAct.SetAccount(AccountClass.PERSON, number, null, null);
        var scope = context.getBean(Directory.class).scopeOf(administrator).orElseThrow();
        var lost = new Race(db, transactions)
                .between(scope, () -> accounts.set(first, numbered), scope, () -> accounts.set(second, numbered));
        assertThat(lost)
                .get()
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo("staff-number-taken"));
        assertThat(client.put("/api/people/" + second + "/particulars", body)).hasStatus(409);
        var held = text("select id::text from identity.person where staff_number = '" + number + "'");
        Scope.asSystem(() -> {
            accounts.close(new UserId(UUID.fromString(held)), new IdentityAct.CloseAccount("x"));
            return true;
        });
        var other = held.equals(first.toString()) ? second : first;
        assertThat(client.put("/api/people/" + other + "/particulars", body)).hasStatus(204);
    }

    @Test
    void namesAreReal() {
        for (var name : new String[] {"admin", "测试01", "Test 2", "12345", "管理员"})
            assertThat(file(clerk, joiner("x" + People.number()).replace("李新", name)))
                    .as(name)
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo("name");
        assertThat(as(administrator).post("/api/people", "{\"name\":\"guest\",\"unit\":\"" + branch + "\"}"))
                .hasStatus(400);
    }

    @Test
    void codesAreNeitherGuessedNorUsedLate() {
        var person = people.person(branch);
        var username = text("select username from identity.person where id = '" + person + "'");
        var code = Client.tree(as(administrator).post("/api/people/" + person + "/activation", "{}"))
                .path("code")
                .asString();
        for (int i = 0; i < 5; i++)
            assertThat(activate(username, "WRONG-WRONG-WRONG-WRONG", "Better!horse8"))
                    .hasStatus(400);
        assertThat(activate(username, code, "Better!horse8"))
                .as("locked, even when right")
                .hasStatus(400);
        assertThat(signIn(username, People.PASSWORD))
                .as("the sign-in is not locked by it")
                .hasStatusOk();

        var late = people.person(branch);
        var lateName = text("select username from identity.person where id = '" + late + "'");
        var lateCode = Client.tree(as(administrator).post("/api/people/" + late + "/activation", "{}"))
                .path("code")
                .asString();
        change("update identity.activation set expires_at = now() - interval '1 second' where person = '" + late + "'");
        assertThat(activate(lateName, lateCode, "Better!horse8")).hasStatus(400);
        assertThat(as(administrator).post("/api/people/" + administrator + "/activation", "{}"))
                .as("of oneself")
                .hasStatus(409);
        assertThat(as(head).post("/api/people/" + person + "/activation", "{}")).hasStatus(403);
    }

    private String joiner(String mark) {
        return JSON.writeValueAsString(Map.of(
                "request", "NEW",
                "target", "HENGWEI",
                "name", "李新",
                "accountClass", "PERSON",
                "staffNumber", mark,
                "unit", branch.toString(),
                "post", "工程师",
                "rights", java.util.List.of(Map.of("role", "ENGINEER", "unit", branch.toString())),
                "reason", "入职",
                "until", Instant.now().plus(Duration.ofDays(90)).toString()));
    }

    private String leaving(UserId person) {
        return JSON.writeValueAsString(Map.of(
                "request", "CLOSE",
                "target", "HENGWEI",
                "person", person.toString(),
                "name", "离职者",
                "accountClass", "PERSON",
                "unit", branch.toString(),
                "rights", java.util.List.of(),
                "reason", "离职"));
    }

    private static String rule(String role) {
        return """
            {"rules": [{"operation": "OpenAccountRequest", "kind": null, "when": [], "breakGlass": false, "stages": [{"name": "复核", "whom": "ROLES",
              "roles": ["%s"], "people": [], "where": "SUBJECT", "mode": "ANY", "count": null, "onRejection": "ENDS", "limit": null,
              "onTheSpot": false, "when": []}]}]}""".formatted(role);
    }

    private Client as(UserId person) {
        return Client.of(context, people.token(person));
    }

    private MvcTestResult file(UserId who, String form) {
        return as(who).post("/api/account-requests", form);
    }

    private static String held(MvcTestResult answer) {
        assertThat(answer).hasStatus(202);
        return Client.tree(answer).path("about").asString();
    }

    private MvcTestResult decide(UserId who, String consent) {
        var version = Long.parseLong(text("select version::text from approval.approval where id = '" + consent + "'"));
        return as(who).post("/api/approvals/" + consent + "/commands", "{\"command\":\"Approve\"}", version);
    }

    private String made(String consent) {
        return text("select made::text from approval.approval where id = '" + consent + "'");
    }

    private MvcTestResult execute(UserId who, String request, @org.jspecify.annotations.Nullable String username) {
        var command = username == null
                ? "{\"command\":\"Execute\"}"
                : "{\"command\":\"Execute\",\"username\":\"" + username + "\"}";
        return as(who).post("/api/account-requests/" + request + "/commands", command, 1);
    }

    private String person(String username) {
        return text("select id::text from identity.person where username = '" + username + "'");
    }

    private MvcTestResult activate(String username, String code, String password) {
        return post("/api/activation", Map.of("username", username, "code", code, "password", password));
    }

    private MvcTestResult signIn(String username, String password) {
        return post("/api/session", Map.of("username", username, "password", password));
    }

    private MvcTestResult post(String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    private int count(String condition) {
        return Integer.parseInt(text("select count(*)::text from account.account_request where " + condition));
    }

    private String text(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(String.class).single()));
    }

    private void change(String sql) {
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(sql).update()));
    }
}
