package io.hengwei.operations.monitoring;

import io.hengwei.operations.monitoring.AlertEvents.Event;
import io.hengwei.operations.monitoring.AlertEvents.Fate;
import io.hengwei.operations.monitoring.AlertEvents.Raw;
import io.hengwei.operations.monitoring.AlertmanagerMessage.Malformed;
import io.hengwei.operations.monitoring.AlertmanagerMessage.Reading;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Reads deliveries and takes their alerts: what is open is read before, what has changed is written after. Runs in its
/// caller's transaction.
@Component
class AlertRounds {
    private static final int NOTES = 50;

    private final AlertEvents events;
    private final OpenAlerts open;
    private final Severities severities;
    private final AlertIncidents incidents;
    private final Clock clock;

    AlertRounds(AlertEvents events, OpenAlerts open, Severities severities, AlertIncidents incidents, Clock clock) {
        this.events = events;
        this.open = open;
        this.severities = severities;
        this.incidents = incidents;
        this.clock = clock;
    }

    record Item(Raw raw, Reading reading) {}

    static List<Item> items(Raw raw) {
        if (raw.refused() != null) return List.of(new Item(raw, new Reading(0, null, raw.refused())));
        try {
            return AlertmanagerMessage.read(raw.body(), raw.receivedAt()).stream()
                    .map(reading -> new Item(raw, reading))
                    .toList();
        } catch (Malformed e) {
            return List.of(new Item(raw, new Reading(0, null, Reason.MALFORMED.with(String.valueOf(e.getMessage())))));
        }
    }

    void take(Source source, List<Item> items) {
        var fingerprints = items.stream()
                .map(item -> item.reading().alert())
                .filter(Objects::nonNull)
                .map(Alert::fingerprint)
                .distinct()
                .toList();
        var round = new AlertRound(
                source, severities.of(source), incidents, open.latest(source.id(), fingerprints), clock.instant());
        items.forEach(item -> round.take(item.raw(), item.reading()));
        round.touched().stream().filter(AlertRounds::isFirstRepetition).forEach(alert -> note(source, alert));
        open.save(source.id(), round.touched());
        events.save(source, round.events());
    }

    /// As `take`, unless the alert has been acted on before.
    void takeOnce(Source source, Item item) {
        if (!events.settled(item.raw()).contains(item.reading().position())) take(source, List.of(item));
    }

    void fail(Source source, Item item, RuntimeException e) {
        var reason = e instanceof Problem
                ? Reason.REFUSED.with(String.valueOf(e.getMessage()))
                : Reason.UNEXPECTED.with(e.toString());
        var alert = item.reading().alert();
        var severity = severities.of(source).severity(alert == null ? null : alert.sourceSeverity());
        events.save(
                source,
                List.of(new Event(
                        item.raw(),
                        item.reading().position(),
                        alert,
                        source.unit(),
                        severity,
                        Fate.FAILED,
                        reason,
                        null)));
    }

    /// Tells incidents of repetitions they have not heard of since then.
    void tellRepetitions(Source source, Instant before) {
        var alerts = open.unheard(source.id(), before, NOTES);
        alerts.forEach(alert -> note(source, alert));
        open.save(source.id(), alerts);
    }

    private static boolean isFirstRepetition(OpenAlert alert) {
        return alert.isOpen() && alert.notedCount == 1 && alert.count > 1 && alert.phase != Phase.DONE;
    }

    private void note(Source source, OpenAlert alert) {
        incidents.note(source, alert, false);
        alert.noted(clock.instant());
    }
}
