package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.operations.monitoring.AlertmanagerMessage.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlertmanagerMessageTest {
    private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");

    private static List<Alert> read(String body) throws Malformed {
        return AlertmanagerMessage.read(body.getBytes(StandardCharsets.UTF_8), NOW).stream()
                .map(AlertmanagerMessage.Reading::alert)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void aFiringAlertHasNoEndAndItsNanosecondsAreWhatTheDatabaseHolds() throws Malformed {
        var alert = read(Payloads.body(Payloads.DOWN)).getFirst();
        assertThat(alert.status()).isEqualTo(Alert.Status.FIRING);
        assertThat(alert.fingerprint()).isEqualTo("2df4eb7051293b12");
        assertThat(alert.name()).isEqualTo("InstanceDown");
        assertThat(alert.ci()).isEqualTo("db-01:9100");
        assertThat(alert.sourceSeverity()).isEqualTo("critical");
        assertThat(alert.endsAt()).isNull();
        assertThat(alert.startsAt()).isEqualTo(Instant.parse("2026-11-21T21:09:37.129511Z"));
    }

    @Test
    void theResolvedMessageNamesTheSameTroubleAndItsEnd() throws Malformed {
        var alert = read(Payloads.body(Payloads.UP)).getFirst();
        assertThat(alert.status()).isEqualTo(Alert.Status.RESOLVED);
        assertThat(alert.fingerprint()).isEqualTo("2df4eb7051293b12");
        assertThat(alert.endsAt()).isEqualTo(Instant.parse("2026-11-21T21:09:40Z"));
    }

    @Test
    void aStormSaysHowManyItLeftOut() throws Malformed {
        var alerts = read(Payloads.body(Payloads.STORM));
        assertThat(alerts)
                .hasSize(50)
                .allSatisfy(alert -> assertThat(alert.truncated()).isEqualTo(70));
        assertThat(alerts).extracting(Alert::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void chineseSummariesAreTheTitle() throws Malformed {
        assertThat(read(Payloads.body(Payloads.TWO)))
                .extracting(Alert::title)
                .containsExactly("磁盘 /var 将在 4 小时内写满", "磁盘 /data 将在 4 小时内写满");
    }

    @Test
    void equalLabelsWithDifferentFingerprintsAreDifferentTroubles() throws Malformed {
        assertThat(read(Payloads.body(Payloads.SAME_LABELS)))
                .extracting(Alert::fingerprint)
                .containsExactly("a1bc48475b20e73d", "c2ea85182f28cbd9");
    }

    @Test
    void aMixedGroupIsReadAlertByAlertAndUnknownFieldsArePassedOver() throws Malformed {
        var alerts = read("""
            {"status":"firing","notification_reason":"some alerts resolved","routeLabels":{"a":"b"},"alerts":[
             {"status":"resolved","labels":{"alertname":"A","n":1},"startsAt":"2026-11-21T01:00:00+08:00","endsAt":"2026-11-21T02:00:00Z","new":{}},
             {"status":"firing","labels":{"alertname":"B"},"startsAt":"rubbish","endsAt":"0001-01-01T00:00:00Z"}]}""");
        assertThat(alerts).extracting(Alert::status).containsExactly(Alert.Status.RESOLVED, Alert.Status.FIRING);
        assertThat(alerts.get(0).startsAt()).isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
        assertThat(alerts.get(1).startsAt()).isEqualTo(NOW);
        assertThat(alerts)
                .extracting(Alert::fingerprint)
                .doesNotHaveDuplicates()
                .allMatch(print -> print.matches("[0-9a-f]{16}"));
    }

    @Test
    void whatIsNoMessageSaysWhy() throws Malformed {
        assertThatThrownBy(() -> read("{\"alerts\":")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(Malformed.class).hasMessage("no alerts");
        var readings = AlertmanagerMessage.read(
                "{\"alerts\":[{\"status\":\"silent\",\"labels\":{\"a\":\"b\"}}, 7]}".getBytes(StandardCharsets.UTF_8),
                NOW);
        assertThat(readings)
                .extracting(AlertmanagerMessage.Reading::problem)
                .containsExactly("UNKNOWN_STATUS: silent", "MALFORMED: no labels");
    }
}
