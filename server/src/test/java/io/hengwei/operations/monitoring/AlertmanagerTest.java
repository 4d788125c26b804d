package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A real Alertmanager sends what it is told to a running Hengwei: opened once, counted, resolved.
@HengweiTest
class AlertmanagerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private List<String> ask(String sql, UnitId unit) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql(sql).param(unit.value()).query(String.class).list()));
    }

    private List<String> fates(UnitId unit) {
        return ask("select fate from monitoring.alert_event where unit = ? order by received_at", unit);
    }

    private void await(String what, UnitId unit, Predicate<List<String>> condition) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.test(fates(unit)) && Instant.now().isBefore(end)) Thread.sleep(Duration.ofMillis(200));
        assertThat(condition.test(fates(unit)))
                .as(what + ", but found " + fates(unit))
                .isTrue();
    }

    @Test
    void aFaultIsOpenedOnceCountedAndResolved() throws Exception {
        var people = new People(context);
        var unit = people.branch();
        var token = people.token(people.person(unit, "INTEGRATION"));
        var alert = """
            [{"labels": {"alertname": "InstanceDown", "instance": "db-%1$s:9100", "severity": "critical"},
              "annotations": {"summary": "实例 db-%1$s 宕机"}, "startsAt": "%2$s"%3$s}]""";
        var began = Instant.now().minusSeconds(30).toString();
        try (var alertmanager =
                RealAlertmanager.start(folder, "http://127.0.0.1:" + port + "/api/intake/alertmanager", token)) {
            alertmanager.tell(alert.formatted(unit, began, ""));
            await("opened", unit, fates -> fates.contains("OPENED"));
            await("counted", unit, fates -> fates.contains("COUNTED"));
            alertmanager.tell(alert.formatted(unit, began, ", \"endsAt\": \"" + Instant.now() + "\""));
            await("resolved", unit, fates -> fates.contains("RESOLVED"));
        }
        assertThat(fates(unit).stream().filter("OPENED"::equals)).hasSize(1);
        assertThat(Set.copyOf(fates(unit))).containsExactlyInAnyOrder("OPENED", "COUNTED", "RESOLVED");
        assertThat(ask("select state || ' ' || title from record.record_card where unit = ?", unit))
                .containsExactly("RESOLVED 实例 db-" + unit + " 宕机");
    }
}
