package io.hengwei.platform.record.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What whoever looks after the product sees when a consumer stands, and what helps.
@HengweiTest
class OperationTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private final String name = "standing-" + Ids.next();
    private Client administrator;

    @BeforeEach
    void aConsumerThatStands() {
        var people = new People(context);
        administrator = Client.of(context, people.token(people.person(people.root(), "PLATFORM_ADMIN")));
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql("""
            insert into record.consumer (name, error, failing_since, failures, retry_at)
            values (?, 'poison', timestamptz '2026-01-05 01:00Z', 7, timestamptz '2026-01-05 01:02Z')""").param(name).update()));
    }

    private JsonNode consumer() {
        return administrator
                .get("/api/feed")
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
        var health = administrator.ask("/actuator/health");
        assertThat(health).hasStatusOk();
        assertThat(Client.tree(health).path("status").asString()).isEqualTo("DEGRADED");
        assertThat(Client.tree(health).at("/components/consumers/status").asString())
                .isEqualTo("DEGRADED");
        assertThat(health)
                .bodyText()
                .as("reasons are for those who may see them")
                .doesNotContain("poison");
        assertThat(administrator.post("/api/feed/" + name + "/replay", "{\"fromSeq\":0}"))
                .hasStatusOk();
        assertThat(consumer().path("error").isNull()).isTrue();
        assertThat(consumer().path("failingSince").isNull()).isTrue();
        assertThat(administrator
                        .get("/actuator/health")
                        .at("/components/consumers/status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void everyLoopOfTheNodeIsShown() {
        assertThat(administrator.get("/api/feed").path("loops").valueStream())
                .extracting(loop -> loop.path("name").asString())
                .contains("journal", "clocks", "approval", "account", "ledger", "verification", "log-reviews")
                .contains("backup", "vault", "master-key", "alerts", "alert-intake", "live-wire");
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql("update record.consumer set failing_since = null, error = null where name = ?")
                        .param(name)
                        .update()));
    }
}
