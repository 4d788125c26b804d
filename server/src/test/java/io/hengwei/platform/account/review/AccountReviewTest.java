package io.hengwei.platform.account.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.Delegations;
import io.hengwei.platform.identity.IdentityAct.CloseAccount;
import io.hengwei.platform.identity.IdentityAct.SetAccount;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.RightsAct;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the first day of the period to the last account that had to change.
@HengweiTest
class AccountReviewTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ApplicationContext context;

    @Autowired
    AccountReviewSchedule schedule;

    @Autowired
    ReviewUpkeep upkeep;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private People people;
    private UnitId branch;
    private UnitId department;
    private UserId upper;
    private UserId head;
    private UserId engineer;
    private UserId administrator;

    @BeforeEach
    void aDepartmentWithAHead() {
        people = new People(context);
        branch = people.branch();
        department = people.unit(branch);
        upper = people.person(branch, "DEPT_HEAD");
        head = people.person(department, "DEPT_HEAD");
        engineer = people.person(department, "ENGINEER");
        administrator = people.person(branch, Roles.SECURITY_ADMINISTRATOR);
    }

    @Test
    void everyAccountIsFrozenWithWhatDeservesASecondLook() {
        var team = people.unit(department);
        var deputy = people.person(team);
        Scope.asSystem(() -> {
            context.getBean(Delegations.class)
                    .delegate(
                            head,
                            new RightsAct.Delegate(
                                    deputy, null, null, clock.instant().plus(Duration.ofDays(3)), "休假"));
            accounts.set(
                    engineer,
                    new SetAccount(
                            AccountClass.PERSON,
                            "S" + People.number(),
                            "工程师",
                            clock.instant().plus(Duration.ofDays(3))));
            return true;
        });
        people.session(engineer);
        var review = begin();
        var lines = lines(head, review);
        assertThat(lines.keySet())
                .as("also those of a team without a head of its own")
                .containsExactlyInAnyOrder(head, engineer, deputy);
        assertThat(hints(lines.get(engineer))).containsExactly("ENDS_SOON");
        assertThat(hints(lines.get(deputy)))
                .containsExactlyInAnyOrder("NEVER_SIGNED_IN", "NO_STAFF_NUMBER", "BY_DELEGATION");
        assertThat(lines.get(engineer).at("/roles/0/role").asString()).isEqualTo("ENGINEER");
        assertThatThrownBy(() -> change("update account.review_line set name = 'x' where review = '" + review + "'"))
                .as("what was frozen stays")
                .isInstanceOf(DataAccessException.class);
        assertThat(as(deputy).get("/api/my-work").toString())
                .as("who stands in for the head is asked as well")
                .contains(review);
    }

    @Test
    void theHeadDecidesAndConfirmsAndTheAdministratorCarriesItOut() {
        var leaver = people.person(department, "ENGINEER");
        var review = begin();
        var lines = lines(head, review);
        assertThat(decide(head, review, "KEEP", null, lines.get(head)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("review-own-account");
        assertThat(command(head, review, Map.of("command", "Confirm"))).hasStatus(409);
        assertThat(withdraw(review, lines.get(engineer), "ENGINEER")).hasStatusOk();
        assertThat(decide(head, review, "CLOSE", "已离岗", lines.get(leaver))).hasStatusOk();
        assertThat(decide(upper, review, "KEEP", null, lines.get(head))).hasStatusOk();
        assertThat(command(head, review, Map.of("command", "Confirm", "comment", "已核对")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("FOLLOWING");

        var open = as(administrator).get("/api/account-review-lines?open=true&review=" + review);
        assertThat(open.path("count").asInt()).isEqualTo(2);
        for (var line : open.path("rows")) {
            var request = line.at("/word/requestId").asString();
            assertThat(execute(head, request))
                    .as("who decides does not carry it out")
                    .hasStatus(403);
            assertThat(execute(administrator, request)).hasStatusOk();
        }
        assertThat(state(review)).isEqualTo("FOLLOWING");
        Scope.asSystem(upkeep::look);
        assertThat(state(review)).isEqualTo("COMPLETED");
        assertThat(text("select count(*)::text from identity.role_grant where person in ('" + engineer + "', '" + leaver
                        + "')"))
                .isEqualTo("0");
        assertThat(text("select active::text from identity.person_card where id = '" + leaver + "'"))
                .isEqualTo("false");
        assertThat(text("select active::text from identity.person_card where id = '" + engineer + "'"))
                .isEqualTo("true");
    }

    @Test
    void aRequestThatIsTurnedDownLeavesTheFollowUpOpenUntilItIsDropped() {
        var review = begin();
        var lines = lines(head, review);
        assertThat(decide(head, review, "CLOSE", "不再需要", lines.get(engineer))).hasStatusOk();
        decide(upper, review, "KEEP", null, lines.get(head));
        command(head, review, Map.of("command", "Confirm"));
        var request = request(review);
        assertThat(as(administrator)
                        .post(
                                "/api/account-requests/" + request + "/commands",
                                "{\"command\":\"TurnDown\",\"reason\":\"仍在用\"}",
                                1))
                .hasStatusOk();
        Scope.asSystem(upkeep::look);
        assertThat(state(review)).isEqualTo("FOLLOWING");
        assertThat(command(
                        head,
                        review,
                        Map.of("command", "Waive", "lines", List.of(id(lines.get(engineer))), "reason", "继续使用")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMPLETED");
    }

    @Test
    void whatAGroupBringsIsTakenAwayThereAndWhatBeginsLaterStays() {
        var source = UUID.randomUUID();
        change("""
            insert into identity.source (id, name, kind, active, config, checked_at) values ('%1$s', '%1$s', 'OIDC', false,
                '{"issuer": "https://id.example", "clientId": "hengwei", "scopes": [], "nameClaim": "sub", "secondFactor": false}', now())""".formatted(source));
        grant(engineer, "OPS_MANAGER", "now()", source);
        grant(engineer, "QUALITY", "now() + interval '30 days'", null);
        var review = begin();
        var lines = lines(head, review);
        assertThat(lines.get(engineer).path("roles").toString()).contains("\"source\":\"" + source + "\"");
        assertThat(withdraw(review, lines.get(engineer), "OPS_MANAGER"))
                .as("only the source takes it")
                .hasStatus4xxClientError();
        assertThat(withdraw(review, lines.get(engineer), "ENGINEER")).hasStatusOk();
        decide(upper, review, "KEEP", null, lines.get(head));
        assertThat(command(head, review, Map.of("command", "Confirm"))).hasStatusOk();
        assertThat(execute(administrator, request(review))).hasStatusOk();
        assertThat(text("select string_agg(role, ' ' order by role) from identity.role_grant where person = '"
                        + engineer + "'"))
                .isEqualTo("OPS_MANAGER QUALITY");
        Scope.asSystem(upkeep::look);
        assertThat(state(review)).isEqualTo("COMPLETED");
    }

    @Test
    void whoConfirmedAsTheLastResortMayDropWhatFollows() {
        Scope.asSystem(() -> {
            accounts.close(upper, new CloseAccount("离岗"));
            accounts.close(head, new CloseAccount("离岗"));
            return true;
        });
        var review = begin();
        var line = lines(administrator, review).get(engineer);
        assertThat(decide(administrator, review, "CHANGE", "核对角色", line)).hasStatusOk();
        assertThat(command(administrator, review, Map.of("command", "Confirm"))).hasStatusOk();
        assertThat(as(administrator).get("/api/account-reviews?asked=true").toString())
                .as("no word is missing any more")
                .doesNotContain(review);
        assertThat(command(
                        administrator,
                        review,
                        Map.of("command", "Waive", "lines", List.of(id(line)), "reason", "继续使用")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMPLETED");
    }

    @Test
    void whoIsInARoundOfThePeriodIsNotInAnotherWhenATeamGetsAHead() {
        var team = people.unit(department);
        people.person(team, "ENGINEER");
        var later = LocalDate.ofInstant(clock.instant(), zone).plusMonths(13);
        Scope.asSystem(() -> schedule.openPeriod(later));
        var fresh = people.person(team, "DEPT_HEAD");
        Scope.asSystem(() -> schedule.openPeriod(later));
        assertThat(text("select string_agg(person::text, ' ') from account.review_line where unit = '" + team + "'"))
                .isEqualTo(fresh.toString());
    }

    @Test
    void manyAreKeptWithOneWordAndNothingFollows() {
        people.person(department);
        var review = begin();
        var lines = lines(head, review);
        lines.remove(head);
        assertThat(decide(head, review, "KEEP", null, lines.values().toArray(JsonNode[]::new)))
                .hasStatusOk();
        decide(upper, review, "KEEP", null, lines(upper, review).get(head));
        assertThat(command(head, review, Map.of("command", "Confirm")))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMPLETED");
        assertThat(text("select count(*)::text from account.account_request where review = '" + review + "'"))
                .isEqualTo("0");
    }

    @Test
    void whereNobodyStandsAboveTheHeadTheLastResortIsAskedAboutHimAlone() {
        Scope.asSystem(() -> {
            accounts.close(upper, new CloseAccount("离岗"));
            return true;
        });
        var review = begin();
        assertThat(as(administrator).get("/api/account-reviews?asked=true").toString())
                .contains(review);
        var lines = lines(administrator, review);
        assertThat(decide(administrator, review, "KEEP", null, lines.get(engineer)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("review-not-yours");
        assertThat(decide(administrator, review, "KEEP", null, lines.get(head))).hasStatusOk();
        assertThat(command(administrator, review, Map.of("command", "Confirm"))).hasStatus(403);
        assertThat(as(administrator).get("/api/account-reviews?asked=true").toString())
                .doesNotContain(review);
    }

    @Test
    void eachPeriodOpensOneRoundForEachUnitWithAHeadAndNoneBeforeTheProductWasThere() {
        Scope.asSystem(() -> schedule.openPeriod(LocalDate.of(2001, 5, 5)));
        assertThat(rounds(department)).isEqualTo(0);
        var later = LocalDate.ofInstant(clock.instant(), zone).plusMonths(7);
        Scope.asSystem(() -> schedule.openPeriod(later));
        Scope.asSystem(() -> schedule.openPeriod(later));
        assertThat(rounds(department)).isEqualTo(1);
        assertThat(rounds(branch)).isEqualTo(1);
        assertThat(as(head).get("/api/account-reviews?asked=true&due=SOON")
                        .path("count")
                        .asInt())
                .as("ten days are not soon")
                .isZero();
    }

    @Test
    void roundsAreSeenByTheirHeadsAndByAdministratorsAndTakenAwayByWhomeverMay() {
        var review = begin();
        var stranger = people.person(people.branch(), "DEPT_HEAD");
        assertThat(as(stranger).ask("/api/account-reviews/" + review)).hasStatus(404);
        assertThat(as(stranger).ask("/api/account-review-lines?review=" + review))
                .hasStatus(404);
        assertThat(as(engineer).ask("/api/account-reviews/" + review)).hasStatus(404);
        assertThat(as(engineer).get("/api/account-review-lines").path("count").asInt())
                .isZero();
        assertThat(as(head).ask("/api/account-review-lines/export?format=CSV&review=" + review))
                .bodyText()
                .contains("工程师");
        assertThat(as(head).ask("/api/account-reviews/export?format=XLSX")).hasStatusOk();
        assertThat(as(engineer).ask("/api/account-reviews/export?format=CSV")).hasStatus(403);
        assertThat(as(head).post("/api/account-reviews", "{\"unit\":\"" + department + "\"}"))
                .as("who reviews does not open")
                .hasStatus(403);
        assertThat(as(administrator).post("/api/account-reviews", "{\"unit\":\"" + department + "\"}"))
                .as("one round a day")
                .hasStatus(409);
    }

    private String begin() {
        return as(administrator).make("/api/account-reviews", "{\"unit\":\"" + department + "\"}");
    }

    private Map<UserId, JsonNode> lines(UserId who, String review) {
        var lines = new java.util.HashMap<UserId, JsonNode>();
        as(who).get("/api/account-review-lines?review=" + review)
                .path("rows")
                .forEach(line -> lines.put(
                        new UserId(UUID.fromString(line.at("/account/person").asString())), line));
        return lines;
    }

    private static List<String> hints(@Nullable JsonNode line) {
        assertThat(line).isNotNull();
        return line.at("/account/hints").valueStream().map(JsonNode::asString).toList();
    }

    private static String id(@Nullable JsonNode line) {
        assertThat(line).isNotNull();
        return line.path("id").asString();
    }

    private MvcTestResult decide(
            UserId who, String review, String verdict, @Nullable String why, @Nullable JsonNode... lines) {
        var body = new java.util.HashMap<String, Object>(Map.of(
                "command",
                "Decide",
                "lines",
                java.util.Arrays.stream(lines).map(AccountReviewTest::id).toList(),
                "verdict",
                verdict));
        if (why != null) body.put("comment", why);
        return command(who, review, body);
    }

    private MvcTestResult command(UserId who, String review, Map<String, ?> command) {
        var version =
                Long.parseLong(text("select version::text from account.account_review where id = '" + review + "'"));
        return as(who).post("/api/account-reviews/" + review + "/commands", JSON.writeValueAsString(command), version);
    }

    private String request(String review) {
        return text("select request::text from account.review_line where review = '" + review
                + "' and request is not null");
    }

    private MvcTestResult withdraw(String review, @Nullable JsonNode line, String role) {
        return command(
                head,
                review,
                Map.of(
                        "command",
                        "Decide",
                        "lines",
                        List.of(id(line)),
                        "verdict",
                        "CHANGE",
                        "comment",
                        "不再承担二线",
                        "withdraw",
                        List.of(Map.of("role", role, "unit", department.toString()))));
    }

    private void grant(UserId person, String role, String from, @Nullable UUID source) {
        change(
                "insert into identity.role_grant (id, person, role, unit, from_at, granted_by, source) values (gen_random_uuid(), '%s', '%s', '%s', %s, '%s', %s)"
                        .formatted(person, role, department, from, head, source == null ? "null" : "'" + source + "'"));
    }

    private MvcTestResult execute(UserId who, String request) {
        return as(who).post("/api/account-requests/" + request + "/commands", "{\"command\":\"Execute\"}", 1);
    }

    private String state(String review) {
        return text("select state from account.account_review where id = '" + review + "'");
    }

    private int rounds(UnitId unit) {
        return Integer.parseInt(
                text("select count(*)::text from account.account_review where cause = 'PERIODIC' and unit = '" + unit
                        + "'"));
    }

    private Client as(UserId person) {
        return Client.of(context, people.token(person));
    }

    private String text(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(String.class).single()));
    }

    private void change(String sql) {
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(sql).update()));
    }
}
