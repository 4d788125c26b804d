package io.hengwei.operations.monitoring;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.Unit;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.IncidentCommand.Classify;
import io.hengwei.process.incident.IncidentCommand.NoteAlert;
import io.hengwei.process.incident.IncidentCommand.Resolve;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.IncidentManagement;
import io.hengwei.process.incident.OpenIncident;
import io.hengwei.process.incident.Resolution;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.resource.cmdb.SystemCard;
import io.hengwei.resource.cmdb.Systems;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What alerts do to incidents.
@Component
class AlertIncidents {
    private static final Locale JOURNAL = Locale.SIMPLIFIED_CHINESE;

    record Opened(Ack incident, UnitId unit) {}

    private final IncidentManagement incidents;
    private final Systems systems;
    private final Directory directory;
    private final MessageSource messages;

    AlertIncidents(IncidentManagement incidents, Systems systems, Directory directory, MessageSource messages) {
        this.incidents = incidents;
        this.systems = systems;
        this.directory = directory;
        this.messages = messages;
    }

    /// The system is the one a label names by its code; the unit that system's, else the one a label names, else the
    /// source's.
    Opened open(Source source, Alert alert, Severities.Grade grade, Instant receivedAt) {
        var system = system(alert);
        var unit = system.map(SystemCard::unit).or(() -> unit(alert)).orElse(source.unit());
        var occurredAt = alert.startsAt().isAfter(receivedAt) ? receivedAt : alert.startsAt();
        var open = new OpenIncident(
                IncidentKind.ALERT,
                alert.title(),
                alert.text(),
                null,
                null,
                unit,
                Channel.ALERT,
                occurredAt,
                grade.impact(),
                grade.effect(),
                grade.urgency(),
                system.map(card -> card.id().value()).orElse(null),
                null,
                new OpenIncident.AlertSource(source.name(), alert.fingerprint(), alert.startsAt()));
        return new Opened(incidents.open(open, null, UnaryOperator.identity()), unit);
    }

    void note(Source source, OpenAlert alert, boolean over) {
        incidents.performNow(alert.incident, new NoteAlert(source.name(), alert.count, alert.lastSeenAt, over));
    }

    /// Only for incidents nobody has taken on: graded as they were opened, and reported done on the word of the source.
    Ack resolve(Source source, OpenAlert alert, Severities.Grade grade) {
        if (alert.incidentState.equals("RECORDED"))
            incidents.performNow(
                    alert.incident, new Classify(grade.impact(), grade.effect(), grade.urgency(), null, null, null));
        return incidents.performNow(
                alert.incident,
                new Resolve(
                        Resolution.Code.FIXED,
                        text("monitoring.recovered", source.name()),
                        null,
                        text("monitoring.recovered.test", source.name()),
                        TestResult.PASSED));
    }

    private Optional<SystemCard> system(Alert alert) {
        return Stream.of("system", "service")
                .map(alert.labels()::get)
                .filter(code -> code != null && !code.isBlank())
                .map(code -> systems.byCode(code.strip().toUpperCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .filter(SystemCard::active)
                .findFirst();
    }

    private Optional<UnitId> unit(Alert alert) {
        var name = alert.labels().get("unit");
        return name == null
                ? Optional.empty()
                : directory.tree().all().stream()
                        .filter(unit -> unit.name().equals(name.strip()))
                        .map(Unit::id)
                        .findFirst();
    }

    private String text(String key, String source) {
        return messages.getMessage(key, new Object[] {source}, JOURNAL);
    }
}
