package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentManagement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A monitoring system of a branch that delivers alerts, and the person who looks after them.
class Monitor {
    final MockMvcTester http;
    final AlertPipeline pipeline;
    final IncidentManagement incidents;
    final RecordCards cards;
    final JdbcClient db;
    final TransactionTemplate transactions;
    final JsonMapper json;
    final People people;
    final UnitId branch;
    final String token;
    final UserId leader;

    Monitor(ApplicationContext context) {
        http = context.getBean(MockMvcTester.class);
        pipeline = context.getBean(AlertPipeline.class);
        incidents = context.getBean(IncidentManagement.class);
        cards = context.getBean(RecordCards.class);
        db = context.getBean(JdbcClient.class);
        transactions = context.getBean(TransactionTemplate.class);
        json = context.getBean(JsonMapper.class);
        people = new People(context);
        branch = people.branch();
        token = people.token(people.person(branch, "INTEGRATION"));
        leader = people.person(branch, "OPS_MANAGER");
    }

    MvcTestResult deliver(String body) {
        return http.post()
                .uri("/api/intake/alertmanager")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    UUID take(String body) {
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

    boolean isParsed(UUID raw) {
        return asSystem("select count(*) from monitoring.raw_event where id = ? and parsed_at is not null", raw) == 1;
    }

    long asSystem(String sql, Object... parameters) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql(sql).params(parameters).query(Long.class).single()));
    }

    static void nap() {
        try {
            Thread.sleep(Duration.ofMillis(25));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode tree(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    JsonNode events(String query) {
        var answer = http.get()
                .uri("/api/alert-events" + query)
                .cookie(people.session(leader))
                .exchange();
        assertThat(answer).hasStatusOk();
        return tree(answer).path("rows");
    }

    List<String> fates() {
        return events("")
                .valueStream()
                .map(row -> row.path("fate").asString()
                        + (row.path("reason").isNull()
                                ? ""
                                : " " + row.path("reason").asString()))
                .toList();
    }

    RecordId incident() {
        return new RecordId(
                UUID.fromString(events("").get(0).path("incident").path("id").asString()));
    }

    String stateOf(RecordId incident) {
        return Scope.asSystem(() -> cards.find(incident)).orElseThrow().state();
    }

    long incidentsOfTheBranch() {
        return asSystem("select count(*) from record.record_card where unit = ?", branch.value());
    }
}
