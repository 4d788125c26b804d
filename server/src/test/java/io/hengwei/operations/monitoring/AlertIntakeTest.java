package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.incident.IncidentCommand.Cancel;
import io.hengwei.process.incident.IncidentCommand.Confirm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HengweiTest
class AlertIntakeTest {
    @Autowired
    ApplicationContext context;

    Monitor monitor;

    @BeforeEach
    void aMonitoringSystemOfABranch() {
        monitor = new Monitor(context);
    }

    @Test
    void anAlertOpensOneIncidentIsCountedOnItAndResolvesIt() {
        monitor.take(Payloads.body(Payloads.DOWN));
        monitor.take(Payloads.body(Payloads.DOWN));
        monitor.take(Payloads.body(Payloads.DOWN));
        var incident = monitor.incident();
        assertThat(monitor.fates()).containsExactly("COUNTED", "COUNTED", "OPENED");
        assertThat(monitor.incidentsOfTheBranch()).isOne();
        assertThat(monitor.asSystem("select count from monitoring.alert where incident = ?", incident.value()))
                .isEqualTo(3);
        monitor.take(Payloads.body(Payloads.UP));
        assertThat(monitor.fates()).startsWith("RESOLVED");
        assertThat(monitor.stateOf(incident)).isEqualTo("RESOLVED");
        monitor.take(Payloads.body(Payloads.DOWN));
        assertThat(monitor.fates()).startsWith("IGNORED ALREADY_OVER");
        monitor.take(Payloads.body(Payloads.UP));
        assertThat(monitor.fates()).startsWith("IGNORED NO_OPEN_ALERT");
        assertThat(monitor.incidentsOfTheBranch()).isOne();
    }

    @Test
    void anIncidentThatSomebodyWorksOnIsOnlyTold() {
        monitor.take(Payloads.body(Payloads.DOWN));
        var incident = monitor.incident();
        var group = monitor.people.branch();
        Scope.asSystem(() -> monitor.transactions.execute(ignored -> {
            monitor.db
                    .sql("insert into identity.group_card (id, name, unit, line) values (?, '一线', ?, 1)")
                    .params(group.value(), monitor.branch.value())
                    .update();
            return true;
        }));
        Scope.asSystem(() -> {
            monitor.incidents.performNow(
                    incident,
                    new io.hengwei.process.incident.IncidentCommand.Classify(
                            io.hengwei.process.incident.Impact.ONE_UNIT,
                            io.hengwei.process.incident.Effect.UNUSABLE,
                            io.hengwei.process.incident.Urgency.HIGH,
                            null,
                            null,
                            null));
            return monitor.incidents.performNow(
                    incident,
                    new io.hengwei.process.incident.IncidentCommand.Dispatch(
                            new io.hengwei.platform.shared.GroupId(group.value()), null, null));
        });
        monitor.take(Payloads.body(Payloads.UP));
        assertThat(monitor.fates()).startsWith("ANNOTATED BEING_HANDLED");
        assertThat(monitor.stateOf(incident)).isEqualTo("INVESTIGATING");
    }

    @Test
    void aSourceMayAskForAnnotationsOnly() {
        monitor.take(Payloads.body(Payloads.DOWN));
        Scope.asSystem(() -> monitor.transactions.execute(ignored -> monitor.db
                .sql("update monitoring.source set on_resolved = 'ANNOTATE' where unit = ?")
                .param(monitor.branch.value())
                .update()));
        monitor.take(Payloads.body(Payloads.UP));
        assertThat(monitor.fates()).startsWith("ANNOTATED RULE");
        assertThat(monitor.stateOf(monitor.incident())).isEqualTo("RECORDED");
    }

    @Test
    void whatGoesOnAfterItsIncidentWasCancelledOpensAnother() {
        monitor.take(Payloads.body(Payloads.DOWN));
        var first = monitor.incident();
        Scope.asSystem(() -> {
            monitor.incidents.performNow(first, new Confirm());
            return monitor.incidents.performNow(first, new Cancel("false alarm"));
        });
        monitor.take(Payloads.body(Payloads.DOWN));
        assertThat(monitor.fates()).containsExactly("OPENED", "OPENED");
        assertThat(monitor.incident()).isNotEqualTo(first);
    }

    @Test
    void aStormOpensEachTroubleOnceAndSaysWhatWasLeftOut() {
        monitor.take(Payloads.body(Payloads.STORM));
        monitor.take(Payloads.body(Payloads.STORM));
        assertThat(monitor.incidentsOfTheBranch()).isEqualTo(50);
        assertThat(monitor.events("?size=200")
                        .valueStream()
                        .map(row -> row.path("truncated").asInt()))
                .hasSize(100)
                .containsOnly(70);
        monitor.take(Payloads.body(Payloads.SAME_LABELS));
        assertThat(monitor.incidentsOfTheBranch()).isEqualTo(52);
    }

    @Test
    void unknownSeveritiesAreTakenSeriouslyAndFlaggedInformationOpensNothing() {
        monitor.take("""
            {"alerts":[{"status":"firing","labels":{"alertname":"Odd","severity":"sev-9"},"startsAt":"2026-11-21T01:00:00Z"},
                       {"status":"firing","labels":{"alertname":"Watchdog","severity":"none"},"startsAt":"2026-11-21T01:00:00Z"}]}""");
        assertThat(monitor.fates()).containsExactlyInAnyOrder("OPENED UNKNOWN_SEVERITY", "IGNORED INFORMATIONAL");
        assertThat(monitor.incidentsOfTheBranch()).isOne();
    }
}
