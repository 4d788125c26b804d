package io.hengwei.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ledger of the running program: sealed while people write, seen by the auditor alone.
@HengweiTest
class LedgerTest {
    record Noted(int number) implements Operation {}

    @Autowired
    ApplicationContext context;

    @Autowired
    Blocks blocks;

    @Autowired
    RefusalLines refusals;

    @Autowired
    Anchors anchors;

    @Autowired
    Operations operations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc http;

    @Autowired
    JsonMapper json;

    private People people;
    private UserId auditor;

    @BeforeEach
    void auditor() {
        people = new People(context);
        auditor = people.person(people.root(), "SYS_AUDITOR");
    }

    @Test
    void twoNodesSealWhileOthersWriteAndTheChainIsWhole() throws Exception {
        var subject = Ids.next();
        try (var nodes = Executors.newFixedThreadPool(6)) {
            for (int writer = 0; writer < 4; writer++)
                nodes.submit(() -> IntStream.range(0, 40).forEach(i -> write(subject, i)));
            for (int node = 0; node < 2; node++)
                nodes.submit(() -> IntStream.range(0, 60).forEach(i -> blocks.close(Duration.ZERO)));
            nodes.shutdown();
            assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        var sealed = sealedAll(subject, 160);
        assertThat(sealed).isTrue();
        assertThat(
                        number(
                                "select count(*) from (select previous, lag(hash) over (order by number) as before from audit.block) b where previous <> before"))
                .isZero();
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
            var verification = new Verification(db);
            var step = verification.step(Verification.Standing.BEGIN, 100_000);
            assertThat(step.fault()).isNull();
            assertThat(verification.anchors(java.util.List.of())).isNull();
        }));
    }

    @Test
    void theAuditorSeesEveryLineWithItsBlockAndNobodyElseDoes() throws Exception {
        var subject = Ids.next();
        write(subject, 7);
        assertThat(sealedAll(subject, 1)).isTrue();
        var rows = read(get("/api/ledger/lines?subject=" + subject), auditor).get("rows");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("command").asString()).isEqualTo("Noted");
        var line = read(get("/api/ledger/lines/" + rows.get(0).get("id").asString()), auditor);
        assertThat(line.get("body").get("number").asInt()).isEqualTo(7);
        assertThat(line.get("block").get("hash").asString()).matches("[0-9a-f]{64}");
        for (var role : new String[] {"PLATFORM_ADMIN", "USER_ADMIN", "OPS_MANAGER", "EXECUTIVE", "QUALITY"}) {
            var other = people.person(people.root(), role);
            for (var path : new String[] {"/lines", "", "/lines/words", "/lines/export?format=CSV", "/anchors/file"})
                assertThat(ask(get("/api/ledger" + path), other).getStatus())
                        .as(role + " " + path)
                        .isEqualTo(403);
        }
        var ofABranch = people.person(people.branch(), "SYS_AUDITOR");
        assertThat(ask(get("/api/ledger/lines"), ofABranch).getStatus()).isEqualTo(403);
    }

    @Test
    void pagesFollowOneAnotherAndEveryFilterNarrows() throws Exception {
        var subject = Ids.next();
        IntStream.range(0, 5).forEach(i -> write(subject, i));
        var first = read(get("/api/ledger/lines?size=2&subject=" + subject), auditor);
        var second = read(
                get("/api/ledger/lines?size=2&subject=" + subject + "&after="
                        + first.get("next").asString()),
                auditor);
        assertThat(first.get("count").asInt()).isEqualTo(5);
        assertThat(second.get("rows").findValuesAsString("id"))
                .doesNotContainAnyElementsOf(first.get("rows").findValuesAsString("id"));
        for (var filter : new String[] {
            "kind=NOBODY",
            "command=Nothing",
            "result=REFUSED",
            "number=INC9999999",
            "to=2020-01-01T00:00:00Z",
            "actor=" + Ids.next(),
            "unit=" + Ids.next()
        })
            assertThat(read(get("/api/ledger/lines?subject=" + subject + "&" + filter), auditor)
                            .get("rows"))
                    .as(filter)
                    .isEmpty();
        var words = read(get("/api/ledger/lines/words"), auditor);
        assertThat(words.get("commands").valueStream().map(JsonNode::asString)).contains("Noted", "CreatePerson");
    }

    @Test
    void aRefusalIsALineAndManyInAMinuteAreOne() throws Exception {
        var nobody = people.person(people.root());
        for (int i = 0; i < 3; i++)
            assertThat(ask(get("/api/ledger/lines?text=secret"), nobody).getStatus())
                    .isEqualTo(403);
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql("update audit.refusal set minute = minute - interval '1 minute' where person = ?")
                        .param(nobody.value())
                        .update()));
        refusals.journal();
        var rows = read(get("/api/ledger/lines?kind=ACCESS&result=REFUSED&actor=" + nobody), auditor)
                .get("rows");
        assertThat(rows).hasSizeBetween(1, 2); // the minute may have turned in between
        var body = read(get("/api/ledger/lines/" + rows.get(0).get("id").asString()), auditor)
                .get("body");
        assertThat(body.get("permission").asString()).isEqualTo("audit:read");
        assertThat(body.get("path").asString()).isEqualTo("/api/ledger/lines");
        assertThat(body.get("times").asInt()).isPositive();
        assertThat(body.toString()).doesNotContain("secret");
    }

    @Test
    void anAnchorIsGivenOutOnceItHasADayAndComesBackMatching() throws Exception {
        write(Ids.next(), 1);
        Scope.asSystem(() -> blocks.close(Duration.ZERO));
        anchors.make();
        anchors.make();
        assertThat(number("select count(*) - count(distinct day) from audit.anchor"))
                .isZero();
        var file = ask(get("/api/ledger/anchors/file"), auditor).getContentAsString(StandardCharsets.UTF_8);
        assertThat(isAbsent(check(file).get(0).get("fault"))).isTrue();
        var forged = file.replaceAll("\"hash\":\"[0-9a-f]{8}", "\"hash\":\"00000000");
        assertThat(check(forged).get(0).get("fault").asString()).isEqualTo("ANCHOR_DIFFERS");
        assertThat(check(file.replaceAll("\"block\":\\d+", "\"block\":99999999"))
                        .get(0)
                        .get("fault")
                        .asString())
                .isEqualTo("CUT_OFF");
        assertThat(ask(post("/api/ledger/anchors/check", "{\"text\":\"nothing\"}"), auditor)
                        .getStatus())
                .isEqualTo(400);
        assertThat(read(get("/api/ledger/lines?kind=LEDGER&command=DownloadAnchors&actor=" + auditor), auditor)
                        .get("rows"))
                .hasSize(1);
    }

    @Test
    void aVerificationRunsInTheBackgroundAndItsEndIsALine() throws Exception {
        var asked = ask(post("/api/ledger/verifications", "{}"), auditor);
        assertThat(asked.getStatus()).isEqualTo(202);
        var id = json.readTree(asked.getContentAsString()).get("id").asString();
        JsonNode run = null;
        for (int i = 0; i < 100 && (run == null || isAbsent(run.get("endedAt"))); i++) {
            Thread.sleep(100);
            run = run(id);
        }
        assertThat(run.get("endedAt").isString()).isTrue();
        assertThat(isAbsent(run.get("fault"))).as(run.toString()).isTrue();
        assertThat(read(get("/api/ledger/lines?command=LedgerVerified&subject=" + id), auditor)
                        .get("rows"))
                .hasSize(1);
    }

    @Test
    void theExportIsAFileAndALineWithItsRows() throws Exception {
        var subject = Ids.next();
        IntStream.range(0, 3).forEach(i -> write(subject, i));
        var file = ask(get("/api/ledger/lines/export?format=CSV&subject=" + subject), auditor);
        assertThat(file.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(4);
        var line = read(get("/api/ledger/lines?kind=EXPORT&actor=" + auditor), auditor)
                .get("rows")
                .get(0);
        var body = read(get("/api/ledger/lines/" + line.get("id").asString()), auditor)
                .get("body");
        assertThat(body.get("rows").asInt()).isEqualTo(3);
        assertThat(body.get("query").get("subject").get(0).asString()).isEqualTo(subject.toString());
    }

    private JsonNode run(String id) throws Exception {
        return read(get("/api/ledger"), auditor)
                .get("runs")
                .valueStream()
                .filter(run -> run.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAbsent(JsonNode value) {
        return value == null || value.isNull();
    }

    private JsonNode check(String file) throws Exception {
        return read(
                post("/api/ledger/anchors/check", json.writeValueAsString(java.util.Map.of("text", file))), auditor);
    }

    private void write(java.util.UUID subject, int number) {
        Scope.asSystem(() -> operations.administer(
                new Act("system:replay", null, "TEST", subject, new Noted(number)), Boolean.class, () -> true));
    }

    private boolean sealedAll(java.util.UUID subject, int lines) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            blocks.close(Duration.ZERO);
            if (number("""
                select count(*) from record.journal j join record.journal_position p on p.line = j.id
                where j.subject = '%s' and p.seq <= (select max(last_seq) from audit.block)""".formatted(subject)) == lines) return true;
            Thread.sleep(50);
        }
        return false;
    }

    private long number(String query) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(query).query(Long.class).single()));
    }

    private static MockHttpServletRequestBuilder get(String path) {
        return MockMvcRequestBuilders.get(path);
    }

    private static MockHttpServletRequestBuilder post(String path, String body) {
        return MockMvcRequestBuilders.post(path)
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private JsonNode read(MockHttpServletRequestBuilder request, UserId who) throws Exception {
        var answer = ask(request, who);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, UserId who) throws Exception {
        return http.perform(request.cookie(people.session(who))).andReturn().getResponse();
    }
}
