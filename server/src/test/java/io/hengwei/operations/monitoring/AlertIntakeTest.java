package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentCommand.Cancel;
import io.hengwei.process.incident.IncidentCommand.Confirm;
import io.hengwei.process.incident.IncidentManagement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HengweiTest
class AlertIntakeTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    AlertPipeline pipeline;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    RecordCards cards;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JsonMapper json;

    private People people;
    private UnitId branch;
    private String token;
    private UserId leader;

    @BeforeEach
    void aMonitoringSystemOfABranch() {
        people = new People(context);
        branch = people.branch();
        token = people.token(people.person(branch, "INTEGRATION"));
        leader = people.person(branch, "OPS_MANAGER");
    }

    private MvcTestResult deliver(String body) {
        return http.post()
                .uri("/api/intake/alertmanager")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private UUID take(String body) {
        var answer = deliver(body);
        assertThat(answer).hasStatusOk();
        var raw = UUID.fromString(tree(answer).path("id").asString());
        for (int i = 0; i < 400 && !isParsed(raw); i++) {
            pipeline.step();
            nap();
        }
        assertThat(isParsed(raw)).isTrue();
        return raw;
    }

    private boolean isParsed(UUID raw) {
        return asSystem("select count(*) from monitoring.raw_event where id = ? and parsed_at is not null", raw) == 1;
    }

    private long asSystem(String sql, Object... parameters) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql(sql).params(parameters).query(Long.class).single()));
    }

    private static void nap() {
        try {
            Thread.sleep(Duration.ofMillis(25));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private JsonNode events(String query) {
        var answer = http.get()
                .uri("/api/alert-events" + query)
                .cookie(people.session(leader))
                .exchange();
        assertThat(answer).hasStatusOk();
        return tree(answer).path("rows");
    }

    private List<String> fates() {
        return events("")
                .valueStream()
                .map(row -> row.path("fate").asString()
                        + (row.path("reason").isNull()
                                ? ""
                                : " " + row.path("reason").asString()))
                .toList();
    }

    private RecordId incident() {
        return new RecordId(
                UUID.fromString(events("").get(0).path("incident").path("id").asString()));
    }

    private String stateOf(RecordId incident) {
        return Scope.asSystem(() -> cards.find(incident)).orElseThrow().state();
    }

    private long incidentsOfTheBranch() {
        return asSystem("select count(*) from record.record_card where unit = ?", branch.value());
    }

    @Test
    void anAlertOpensOneIncidentIsCountedOnItAndResolvesIt() {
        take(Payloads.body(Payloads.DOWN));
        take(Payloads.body(Payloads.DOWN));
        take(Payloads.body(Payloads.DOWN));
        var incident = incident();
        assertThat(fates()).containsExactly("COUNTED", "COUNTED", "OPENED");
        assertThat(incidentsOfTheBranch()).isOne();
        assertThat(asSystem("select count from monitoring.alert where incident = ?", incident.value()))
                .isEqualTo(3);
        take(Payloads.body(Payloads.UP));
        assertThat(fates()).startsWith("RESOLVED");
        assertThat(stateOf(incident)).isEqualTo("RESOLVED");
        take(Payloads.body(Payloads.DOWN));
        assertThat(fates()).startsWith("IGNORED ALREADY_OVER");
        take(Payloads.body(Payloads.UP));
        assertThat(fates()).startsWith("IGNORED NO_OPEN_ALERT");
        assertThat(incidentsOfTheBranch()).isOne();
    }

    @Test
    void anIncidentThatSomebodyWorksOnIsOnlyTold() {
        take(Payloads.body(Payloads.DOWN));
        var incident = incident();
        var group = people.branch();
        Scope.asSystem(() -> transactions.execute(ignored -> {
            db.sql("insert into identity.group_card (id, name, unit, line) values (?, '一线', ?, 1)")
                    .params(group.value(), branch.value())
                    .update();
            return true;
        }));
        Scope.asSystem(() -> {
            incidents.performNow(
                    incident,
                    new io.hengwei.process.incident.IncidentCommand.Classify(
                            io.hengwei.process.incident.Impact.ONE_UNIT,
                            io.hengwei.process.incident.Effect.UNUSABLE,
                            io.hengwei.process.incident.Urgency.HIGH,
                            null,
                            null,
                            null));
            return incidents.performNow(
                    incident,
                    new io.hengwei.process.incident.IncidentCommand.Dispatch(
                            new io.hengwei.platform.shared.GroupId(group.value()), null, null));
        });
        take(Payloads.body(Payloads.UP));
        assertThat(fates()).startsWith("ANNOTATED BEING_HANDLED");
        assertThat(stateOf(incident)).isEqualTo("INVESTIGATING");
    }

    @Test
    void aSourceMayAskForAnnotationsOnly() {
        take(Payloads.body(Payloads.DOWN));
        Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql("update monitoring.source set on_resolved = 'ANNOTATE' where unit = ?")
                        .param(branch.value())
                        .update()));
        take(Payloads.body(Payloads.UP));
        assertThat(fates()).startsWith("ANNOTATED RULE");
        assertThat(stateOf(incident())).isEqualTo("RECORDED");
    }

    @Test
    void whatGoesOnAfterItsIncidentWasCancelledOpensAnother() {
        take(Payloads.body(Payloads.DOWN));
        var first = incident();
        Scope.asSystem(() -> {
            incidents.performNow(first, new Confirm());
            return incidents.performNow(first, new Cancel("false alarm"));
        });
        take(Payloads.body(Payloads.DOWN));
        assertThat(fates()).containsExactly("OPENED", "OPENED");
        assertThat(incident()).isNotEqualTo(first);
    }

    @Test
    void aStormOpensEachTroubleOnceAndSaysWhatWasLeftOut() {
        take(Payloads.body(Payloads.STORM));
        take(Payloads.body(Payloads.STORM));
        assertThat(incidentsOfTheBranch()).isEqualTo(50);
        assertThat(events("?size=200")
                        .valueStream()
                        .map(row -> row.path("truncated").asInt()))
                .hasSize(100)
                .containsOnly(70);
        take(Payloads.body(Payloads.SAME_LABELS));
        assertThat(incidentsOfTheBranch()).isEqualTo(52);
    }

    @Test
    void unknownSeveritiesAreTakenSeriouslyAndFlaggedInformationOpensNothing() {
        take("""
            {"alerts":[{"status":"firing","labels":{"alertname":"Odd","severity":"sev-9"},"startsAt":"2026-11-21T01:00:00Z"},
                       {"status":"firing","labels":{"alertname":"Watchdog","severity":"none"},"startsAt":"2026-11-21T01:00:00Z"}]}""");
        assertThat(fates()).containsExactlyInAnyOrder("OPENED UNKNOWN_SEVERITY", "IGNORED INFORMATIONAL");
        assertThat(incidentsOfTheBranch()).isOne();
    }

    @Test
    void whatCannotBeReadIsKeptShownAndMayBeTriedAgain() {
        take("{\"alerts\": [");
        var failed = events("?state=FAILED").get(0);
        assertThat(failed.path("reason").asString()).startsWith("MALFORMED");
        var path = "/api/alert-events/" + failed.path("id").asString();
        var details = tree(http.get().uri(path).cookie(people.session(leader)).exchange());
        assertThat(details.path("raw").asString()).isEqualTo("{\"alerts\": [");
        assertThat(http.post()
                        .uri(path + "/replay")
                        .header("Authorization", "Bearer " + people.token(leader))
                        .exchange())
                .hasStatusOk();
        assertThat(fates()).hasSize(1);
    }

    @Test
    void aReplayDoesNothingTwice() {
        take(Payloads.body(Payloads.TWO));
        var id = events("").get(0).path("id").asString();
        var answer = http.post()
                .uri("/api/alert-events/" + id + "/replay")
                .header("Authorization", "Bearer " + people.token(leader))
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(fates()).containsExactly("OPENED", "OPENED");
        assertThat(incidentsOfTheBranch()).isEqualTo(2);
    }

    @Test
    void aDeliveryBeyondTheLimitIsRefusedAndItsBeginningKept() {
        var answer = deliver("{\"alerts\":\"" + "x".repeat(9 << 20) + "\"}");
        assertThat(answer).hasStatus(413);
        for (int i = 0; i < 200 && fates().isEmpty(); i++) nap();
        assertThat(fates()).containsExactly("FAILED TOO_LARGE");
    }

    @Test
    void onlyWhoMayDeliverDeliversAndOnlyWhoMayLookLooks() {
        assertThat(http.post().uri("/api/intake/alertmanager").content("{}").exchange())
                .hasStatus4xxClientError();
        assertThat(http.post()
                        .uri("/api/intake/alertmanager")
                        .header("Authorization", "Bearer " + people.token(leader))
                        .content("{}")
                        .exchange())
                .hasStatusOk();
        var stranger = people.person(people.branch(), "ENGINEER");
        assertThat(http.post()
                        .uri("/api/intake/alertmanager")
                        .header("Authorization", "Bearer " + people.token(stranger))
                        .content("{}")
                        .exchange())
                .hasStatus(403);
        take(Payloads.body(Payloads.LATENCY));
        var id = events("").get(0).path("id").asString();
        assertThat(http.get()
                        .uri("/api/alert-events/" + id)
                        .cookie(people.session(stranger))
                        .exchange())
                .hasStatus(404);
        assertThat(http.get()
                        .uri("/api/alert-events")
                        .cookie(people.session(people.person(branch)))
                        .exchange())
                .hasStatus(403);
        assertThat(tree(http.get()
                                .uri("/api/alert-events")
                                .cookie(people.session(stranger))
                                .exchange())
                        .path("rows"))
                .isEmpty();
    }
}
