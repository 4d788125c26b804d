package io.hengwei.platform.record.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
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

/// What whoever looks after the product sees when a consumer stands, and what helps.
@HengweiTest
class OperationTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private final String name = "standing-" + Ids.next();
    private String administrator;

    @BeforeEach
    void aConsumerThatStands() {
        var people = new People(context);
        administrator = people.token(people.person(people.root(), "PLATFORM_ADMIN"));
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql("""
            insert into record.consumer (name, error, failing_since, failures, retry_at)
            values (?, 'poison', timestamptz '2026-01-05 01:00Z', 7, timestamptz '2026-01-05 01:02Z')""").param(name).update()));
    }

    private MvcTestResult get(String uri) {
        return http.get()
                .uri(uri)
                .header("Authorization", "Bearer " + administrator)
                .exchange();
    }

    private JsonNode tree(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private JsonNode consumer() {
        return tree(get("/api/feed"))
                .path("consumers")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsSeenSinceWhenAndWhyAndTheNodeStaysInServiceUntilAReplayLetsItGoOn() {
        assertThat(consumer().path("error").asString()).isEqualTo("poison");
        assertThat(consumer().path("failingSince").asString()).isEqualTo("2026-01-05T01:00:00Z");
        assertThat(consumer().path("retryAt").asString()).isEqualTo("2026-01-05T01:02:00Z");
        var health = get("/actuator/health");
        assertThat(health).hasStatusOk();
        assertThat(tree(health).path("status").asString()).isEqualTo("DEGRADED");
        assertThat(tree(health).at("/components/consumers/status").asString()).isEqualTo("DEGRADED");
        assertThat(health)
                .bodyText()
                .as("reasons are for those who may see them")
                .doesNotContain("poison");
        assertThat(http.post()
                        .uri("/api/feed/" + name + "/replay")
                        .header("Authorization", "Bearer " + administrator)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"fromSeq\":0}")
                        .exchange())
                .hasStatusOk();
        assertThat(consumer().path("error").isNull()).isTrue();
        assertThat(consumer().path("failingSince").isNull()).isTrue();
        assertThat(tree(get("/actuator/health"))
                        .at("/components/consumers/status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void everyLoopOfTheNodeIsShown() {
        assertThat(tree(get("/api/feed")).path("loops").valueStream())
                .extracting(loop -> loop.path("name").asString())
                .containsExactlyInAnyOrder("journal", "clocks", "alerts", "alert-intake", "live-wire");
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql("update record.consumer set failing_since = null, error = null where name = ?")
                        .param(name)
                        .update()));
    }
}
