package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whatever came in can be looked at and told again.
@HengweiTest
class AlertEventsTest {
    @Autowired
    ApplicationContext context;

    Monitor monitor;

    @BeforeEach
    void aMonitoringSystemOfABranch() {
        monitor = new Monitor(context);
    }

    @Test
    void whatCannotBeReadIsKeptShownAndMayBeTriedAgain() {
        monitor.take("{\"alerts\": [");
        var failed = monitor.events("?state=FAILED").get(0);
        assertThat(failed.path("reason").asString()).startsWith("MALFORMED");
        var path = "/api/alert-events/" + failed.path("id").asString();
        var details = monitor.tree(monitor.http
                .get()
                .uri(path)
                .cookie(monitor.people.session(monitor.leader))
                .exchange());
        assertThat(details.path("raw").asString()).isEqualTo("{\"alerts\": [");
        assertThat(monitor.http
                        .post()
                        .uri(path + "/replay")
                        .header("Authorization", "Bearer " + monitor.people.token(monitor.leader))
                        .exchange())
                .hasStatusOk();
        assertThat(monitor.fates()).hasSize(1);
    }

    @Test
    void aReplayDoesNothingTwice() {
        monitor.take(Payloads.body(Payloads.TWO));
        var id = monitor.events("").get(0).path("id").asString();
        var answer = monitor.http
                .post()
                .uri("/api/alert-events/" + id + "/replay")
                .header("Authorization", "Bearer " + monitor.people.token(monitor.leader))
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(monitor.tree(answer).at("/event/id").asString()).isEqualTo(id);
        assertThat(monitor.tree(answer).at("/occurrence/count").asInt()).isOne();
        assertThat(monitor.fates()).containsExactly("OPENED", "OPENED");
        assertThat(monitor.incidentsOfTheBranch()).isEqualTo(2);
    }

    @Test
    void aDeliveryBeyondTheLimitIsRefusedAndItsBeginningKept() {
        var answer = monitor.deliver("{\"alerts\":\"" + "x".repeat(9 << 20) + "\"}");
        assertThat(answer).hasStatus(413);
        for (int i = 0; i < 200 && monitor.fates().isEmpty(); i++) Monitor.nap();
        assertThat(monitor.fates()).containsExactly("FAILED TOO_LARGE");
    }

    @Test
    void onlyWhoMayDeliverDeliversAndOnlyWhoMayLookLooks() {
        assertThat(monitor.http
                        .post()
                        .uri("/api/intake/alertmanager")
                        .content("{}")
                        .exchange())
                .hasStatus4xxClientError();
        assertThat(monitor.http
                        .post()
                        .uri("/api/intake/alertmanager")
                        .header("Authorization", "Bearer " + monitor.people.token(monitor.leader))
                        .content("{}")
                        .exchange())
                .hasStatusOk();
        var stranger = monitor.people.person(monitor.people.branch(), "ENGINEER");
        assertThat(monitor.http
                        .post()
                        .uri("/api/intake/alertmanager")
                        .header("Authorization", "Bearer " + monitor.people.token(stranger))
                        .content("{}")
                        .exchange())
                .hasStatus(403);
        monitor.take(Payloads.body(Payloads.LATENCY));
        var id = monitor.events("").get(0).path("id").asString();
        assertThat(monitor.http
                        .get()
                        .uri("/api/alert-events/" + id)
                        .cookie(monitor.people.session(stranger))
                        .exchange())
                .hasStatus(404);
        assertThat(monitor.http
                        .get()
                        .uri("/api/alert-events")
                        .cookie(monitor.people.session(monitor.people.person(monitor.branch)))
                        .exchange())
                .hasStatus(403);
        assertThat(monitor.tree(monitor.http
                                .get()
                                .uri("/api/alert-events")
                                .cookie(monitor.people.session(stranger))
                                .exchange())
                        .path("rows"))
                .isEmpty();
    }

    @Test
    void wordsAreSoughtInWhatCameLately() {
        monitor.take(Payloads.body(Payloads.LATENCY));
        assertThat(monitor.events("?text=latency")).isNotEmpty();
        assertThat(monitor.events("?text=lat_ncy")).as("no wildcard").isEmpty();
        lookingBack(Duration.ZERO);
        try {
            assertThat(monitor.events("?text=latency")).isEmpty();
            assertThat(monitor.events("?text=latency&receivedFrom=2020-01-01T00:00:00Z"))
                    .as("since when is said")
                    .isNotEmpty();
            assertThat(monitor.events("")).as("without words").isNotEmpty();
        } finally {
            lookingBack(null);
        }
    }

    private void lookingBack(@Nullable Duration period) {
        var settings = context.getBean(SettingAdministration.class);
        Scope.asSystem(() -> {
            settings.change(MonitoringSettings.SEARCHED_BACK, SettingScope.GLOBAL, period, Instant.EPOCH, "test");
            return true;
        });
    }
}
