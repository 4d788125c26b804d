package io.hengwei.resource.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who files, reads, renews and retires confidential passwords, over HTTP.
@HengweiTest
class VaultTest {
    private static final String TYPED = "Zq7!vault-typed-by-hand";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Caretaker caretaker;

    @Autowired
    GrantAdministration grants;

    @Autowired
    Directory directory;

    @Autowired
    Clock clock;

    private People people;
    private UnitId branch;
    private UserId manager;
    private UserId keeper;

    @BeforeEach
    void aBranch() {
        people = new People(context);
        branch = people.branch();
        manager = people.person(branch, "OPS_MANAGER");
        keeper = people.person(branch, "ENGINEER");
    }

    @Test
    void aPasswordIsFiledRevealedWithAReasonAndLogged() throws Exception {
        var entry = filed(TYPED);
        var reveal = post(keeper, "/" + entry + "/reveals", Map.of("reason", "交换机无法登录"));
        assertThat(reveal.getStatus()).isEqualTo(201);
        assertThat(reveal.getContentAsString()).doesNotContain(TYPED);
        var opened = open(keeper, entry, json(reveal).path("id").asString());
        assertThat(opened.getStatus()).isEqualTo(200);
        assertThat(json(opened).path("secret").asString()).isEqualTo(TYPED);
        assertThat(json(opened).path("shownFor").asInt()).isEqualTo(30);
        assertThat(opened.getHeader("Cache-Control")).contains("no-store");
        var log = json(get(manager, "/" + entry + "/reveals")).path("rows");
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.get(0).path("reason").asString()).isEqualTo("交换机无法登录");
        assertThat(log.get(0).path("openedAt").isNull()).isFalse();
        assertThat(lines(entry)).containsExactly("RegisterSecret", "RevealSecret", "OpenSecret");
    }

    @Test
    void withoutAReasonNothingIsRevealed() throws Exception {
        var entry = filed(TYPED);
        assertThat(post(keeper, "/" + entry + "/reveals", Map.of("reason", "  "))
                        .getStatus())
                .isEqualTo(400);
        assertThat(open(keeper, entry, UUID.randomUUID().toString()).getStatus())
                .isEqualTo(404);
        assertThat(lines(entry)).containsExactly("RegisterSecret");
    }

    @Test
    void onlyThePersonToWhomItWasRevealedOpensItAndOnlyInTime() throws Exception {
        var entry = filed(TYPED);
        var reveal = json(post(keeper, "/" + entry + "/reveals", Map.of("reason", "检修")))
                .path("id")
                .asString();
        assertThat(open(manager, entry, reveal).getStatus()).isEqualTo(404);
        asOwner("update vault.reveal set until = at - interval '1 minute' where id = '" + reveal + "'");
        var late = open(keeper, entry, reveal);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).doesNotContain(TYPED);
    }

    @Test
    void whoMayNotReadItAnyMoreDoesNotEvenByRepeatingARequest() throws Exception {
        var reader = people.person(branch);
        var grant =
                Scope.asSystem(() -> grants.grant(reader, new IdentityAct.Grant("OPS_MANAGER", branch, null, null)));
        var entry = filed(TYPED);
        var reveal = json(post(reader, "/" + entry + "/reveals", Map.of("reason", "检修")))
                .path("id")
                .asString();
        assertThat(open(reader, entry, reveal, "again").getStatus()).isEqualTo(200);
        assertThat(open(reader, entry, reveal, "again").getContentAsString()).contains(TYPED);
        Scope.asSystem(() -> grants.revoke(reader, grant));
        assertThat(open(reader, entry, reveal, "again").getStatus()).isIn(403, 404);
    }

    @Test
    void othersNeitherSeeNorReadNorChangeIt() throws Exception {
        var entry = filed(TYPED);
        var elsewhere = people.branch();
        for (var role : Set.of("OPS_MANAGER", "ENGINEER", "SYS_AUDITOR", "EXECUTIVE", "PLATFORM_ADMIN"))
            denied(people.person(elsewhere, role), entry, 404);
        for (var role : Set.of("ENGINEER", "EXECUTIVE", "DUTY_LEADER", "UNIT_IT", "PLATFORM_ADMIN", "USER_ADMIN"))
            denied(people.person(branch, role), entry, 404);
        var auditor = people.person(branch, "SYS_AUDITOR");
        assertThat(get(auditor, "/" + entry).getStatus()).isEqualTo(200);
        assertThat(get(auditor, "/" + entry + "/reveals").getStatus()).isEqualTo(200);
        assertThat(json(get(auditor, "/" + entry)).path("actions").size()).isZero();
        assertThat(post(auditor, "/" + entry + "/reveals", Map.of("reason", "x"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(renew(auditor, entry, 1, null).getStatus()).isEqualTo(403);
        assertThat(lines(entry)).containsExactly("RegisterSecret");
    }

    private void denied(UserId who, String entry, int status) throws Exception {
        assertThat(get(who, "/" + entry).getStatus()).isEqualTo(status);
        assertThat(get(who, "/" + entry + "/holders").getStatus()).isEqualTo(status);
        assertThat(get(who, "").getContentAsString()).doesNotContain(entry);
        assertThat(post(who, "/" + entry + "/reveals", Map.of("reason", "x")).getStatus())
                .isEqualTo(status);
        assertThat(renew(who, entry, 1, null).getStatus()).isEqualTo(status);
    }

    @Test
    void theCustodianRenewsItButDoesNotReviseIt() throws Exception {
        var entry = filed(TYPED);
        assertThat(json(get(keeper, "/" + entry)).path("actions").toString()).isEqualTo("[\"REVEAL\",\"RENEW\"]");
        assertThat(json(get(keeper, "")).path("rows").size()).isEqualTo(1);
        assertThat(renew(keeper, entry, 7, null).getStatus()).isEqualTo(412);
        assertThat(renew(keeper, entry, 1, "short").getStatus()).isEqualTo(400);
        assertThat(renew(keeper, entry, 1, TYPED).getStatus()).isEqualTo(400);
        assertThat(renew(keeper, entry, 1, null).getStatus()).isEqualTo(200);
        var made = read(keeper, entry, null);
        assertThat(made)
                .hasSize(20)
                .isNotEqualTo(TYPED)
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*")
                .matches(".*\\d.*");
        assertThat(read(keeper, entry, 1)).isEqualTo(TYPED);
        var versions = json(get(keeper, "/" + entry + "/versions"));
        assertThat(versions.get(0).path("made").asBoolean()).isTrue();
        assertThat(versions.get(1).path("supersededAt").isNull()).isFalse();
        var form = form("改名");
        assertThat(put(keeper, "/" + entry, 2, form).getStatus()).isEqualTo(403);
        assertThat(put(manager, "/" + entry, 2, form).getStatus()).isEqualTo(200);
        assertThat(send(manager, "/" + entry + "/retirement", 3, Map.of("reason", "设备报废"), null)
                        .getStatus())
                .isEqualTo(200);
        assertThat(renew(keeper, entry, 4, null).getStatus()).isEqualTo(409);
    }

    @Test
    void whatIsDueIsListedAndCounted() throws Exception {
        var entry = filed(TYPED);
        assertThat(get(manager, "?due=SOON").getContentAsString()).doesNotContain(entry);
        asOwner("update vault.entry set renew_by = now() + interval '3 days' where id = '" + entry + "'");
        assertThat(get(manager, "?due=SOON").getContentAsString()).contains(entry);
        assertThat(get(manager, "?due=OVERDUE").getContentAsString()).doesNotContain(entry);
        assertThat(json(get(manager, "/counts")).path("soon").asInt()).isEqualTo(1);
        asOwner("update vault.entry set renew_by = now() - interval '3 days' where id = '" + entry + "'");
        assertThat(get(manager, "?due=OVERDUE&secretKind=NETWORK&q=switch&unit=" + branch)
                        .getContentAsString())
                .contains(entry);
        assertThat(json(get(manager, "/counts")).path("overdue").asInt()).isEqualTo(1);
        renew(manager, entry, 1, null);
        assertThat(json(get(manager, "/counts")).path("overdue").asInt()).isZero();
    }

    @Test
    void whoHoldsWhatIsShownAndWhatALeaverKnowsIsToBeRenewed() throws Exception {
        var entry = filed(null);
        read(manager, entry, null);
        var holders = json(get(keeper, "/" + entry + "/holders"));
        assertThat(holder(holders, manager).path("via").get(0).path("role").asString())
                .isEqualTo("OPS_MANAGER");
        assertThat(holder(holders, manager).path("knowsSince").isNull()).isFalse();
        assertThat(holder(holders, keeper).path("custodian").asBoolean()).isTrue();
        assertThat(holder(holders, keeper).path("knowsSince").isNull()).isTrue();
        caretaker.look(clock.instant());
        assertThat(json(get(keeper, "/" + entry))
                        .path("entry")
                        .path("exposedAt")
                        .isNull())
                .isTrue();
        leave(manager);
        caretaker.look(clock.instant());
        var marked = json(get(keeper, "/" + entry)).path("entry");
        assertThat(marked.path("exposedBy").path("id").asString()).isEqualTo(manager.toString());
        assertThat(get(keeper, "?exposed=true").getContentAsString()).contains(entry);
        assertThat(holder(json(get(keeper, "/" + entry + "/holders")), manager)
                        .path("mayRead")
                        .asBoolean())
                .isFalse();
        renew(keeper, entry, 1, null);
        caretaker.look(clock.instant());
        assertThat(json(get(keeper, "/" + entry))
                        .path("entry")
                        .path("exposedAt")
                        .isNull())
                .isTrue();
    }

    @Test
    void oldPasswordsAreDestroyedWhenTheirTimeIsOver() throws Exception {
        var entry = filed(TYPED);
        renew(keeper, entry, 1, null);
        caretaker.look(clock.instant().plus(Duration.ofDays(364)));
        assertThat(read(keeper, entry, 1)).isEqualTo(TYPED);
        caretaker.look(clock.instant().plus(Duration.ofDays(366)));
        assertThat(post(keeper, "/" + entry + "/reveals", Map.of("reason", "x", "number", 1))
                        .getStatus())
                .isEqualTo(409);
        assertThat(read(keeper, entry, null)).hasSize(20);
    }

    @Test
    void keysAreTypedAndNamesAreUnique() throws Exception {
        filed(TYPED);
        assertThat(post(manager, "", form("core-switch")).getStatus()).isEqualTo(409);
        var key = form("站点证书");
        key.put("secretKind", "CERTIFICATE");
        assertThat(post(manager, "", key).getStatus()).isEqualTo(400);
        key.put("secret", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----");
        assertThat(post(manager, "", key).getStatus()).isEqualTo(201);
        assertThat(post(keeper, "", form("别的")).getStatus()).isEqualTo(403);
        var unfit = form("无人保管");
        unfit.put("custodian", people.person(branch).toString());
        assertThat(post(manager, "", unfit).getStatus()).isEqualTo(400);
    }

    /// As the running role, without what the module says of its own permissions.
    @Test
    void theDatabaseItselfShowsNobodyWhatIsNotHis() throws Exception {
        var entry = filed(TYPED);
        var executive = people.person(branch, "EXECUTIVE", people.root());
        assertThat(seen(executive, entry)).isZero();
        assertThat(seen(manager, entry)).isZero();
        assertThat(seen(keeper, entry)).isEqualTo(2);
    }

    private int seen(UserId who, String entry) {
        return Scope.as(
                directory.scopeOf(who).orElseThrow(),
                () -> transactions.execute(ignored -> db.sql("""
                select (select count(*) from vault.entry where id = :id) + (select count(*) from vault.secret where entry = :id)""")
                        .param("id", UUID.fromString(entry))
                        .query(Integer.class)
                        .single()));
    }

    private String filed(String secret) throws Exception {
        var body = form("core-switch");
        if (secret != null) body.put("secret", secret);
        var answer = post(manager, "", body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
        return json(answer).path("entry").path("id").asString();
    }

    private Map<String, Object> form(String name) {
        return new java.util.HashMap<>(Map.of(
                "name",
                name,
                "secretKind",
                "NETWORK",
                "account",
                "switch-admin",
                "unit",
                branch.toString(),
                "custodian",
                keeper.toString(),
                "filedWith",
                manager.toString(),
                "releaseRule",
                "故障抢修时，由值班长申请"));
    }

    private String read(UserId who, String entry, Integer number) throws Exception {
        var asked = new java.util.HashMap<String, Object>(Map.of("reason", "检修"));
        if (number != null) asked.put("number", number);
        var reveal = json(post(who, "/" + entry + "/reveals", asked)).path("id").asString();
        return json(open(who, entry, reveal)).path("secret").asString();
    }

    private void leave(UserId person) {
        Scope.asSystem(() -> context.getBean(PersonAdministration.class)
                .change(person, 1, new IdentityAct.ChangePerson(null, "离职", null, null, branch, false, null), null));
    }

    private static JsonNode holder(JsonNode holders, UserId person) {
        return holders.valueStream()
                .filter(each -> each.path("id").asString().equals(person.toString()))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse renew(UserId who, String entry, int seen, String secret) throws Exception {
        return send(who, "/" + entry + "/renewals", seen, secret == null ? Map.of() : Map.of("secret", secret), null);
    }

    private MockHttpServletResponse open(UserId who, String entry, String reveal) throws Exception {
        return open(who, entry, reveal, null);
    }

    private MockHttpServletResponse open(UserId who, String entry, String reveal, String key) throws Exception {
        return send(who, "/" + entry + "/reveals/" + reveal + "/opening", 0, Map.of(), key);
    }

    private MockHttpServletResponse post(UserId who, String path, Object body) throws Exception {
        return send(who, path, 0, body, null);
    }

    private final Map<UserId, jakarta.servlet.http.Cookie> sessions = new java.util.HashMap<>();

    private MockHttpServletResponse send(UserId who, String path, int seen, Object body, String key) throws Exception {
        var request = MockMvcRequestBuilders.post("/api/vault" + path);
        if (key != null) request.header("Idempotency-Key", key);
        return perform(who, request.header("If-Match", "\"" + seen + "\""), body);
    }

    private MockHttpServletResponse put(UserId who, String path, int seen, Object body) throws Exception {
        return perform(
                who, MockMvcRequestBuilders.put("/api/vault" + path).header("If-Match", "\"" + seen + "\""), body);
    }

    private MockHttpServletResponse perform(
            UserId who, org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, Object body)
            throws Exception {
        return http.perform(request.cookie(sessions.computeIfAbsent(who, people::session))
                        .with(People.csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse get(UserId who, String path) throws Exception {
        return http.perform(MockMvcRequestBuilders.get("/api/vault" + path)
                        .cookie(sessions.computeIfAbsent(who, people::session)))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JsonMapper.shared().readTree(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private java.util.List<String> lines(String entry) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql("select command from record.journal where subject = ? order by id")
                        .param(UUID.fromString(entry))
                        .query(String.class)
                        .list()));
    }

    private void asOwner(String sql) throws Exception {
        try (var owner = OwnerAccess.connect(context.getEnvironment());
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
