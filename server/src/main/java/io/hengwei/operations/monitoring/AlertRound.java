package io.hengwei.operations.monitoring;

import io.hengwei.operations.monitoring.AlertEvents.Event;
import io.hengwei.operations.monitoring.AlertEvents.Fate;
import io.hengwei.operations.monitoring.AlertEvents.Raw;
import io.hengwei.operations.monitoring.AlertmanagerMessage.Reading;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the fate of one alert after the other of one source, in their order; what is open is known beforehand and
/// written afterwards.
final class AlertRound {
    private final Source source;
    private final Severities.Scale scale;
    private final AlertIncidents incidents;
    private final Map<String, OpenAlert> latest;
    private final Instant now;
    private final List<OpenAlert> touched = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    AlertRound(
            Source source,
            Severities.Scale scale,
            AlertIncidents incidents,
            Map<String, OpenAlert> latest,
            Instant now) {
        this.source = source;
        this.scale = scale;
        this.incidents = incidents;
        this.latest = latest;
        this.now = now;
    }

    List<OpenAlert> touched() {
        return touched;
    }

    List<Event> events() {
        return events;
    }

    void take(Raw raw, Reading reading) {
        var alert = reading.alert();
        if (alert == null)
            events.add(new Event(
                    raw,
                    reading.position(),
                    null,
                    source.unit(),
                    Severities.UNKNOWN,
                    Fate.FAILED,
                    reading.problem(),
                    null));
        else if (alert.isFiring()) fire(raw, alert);
        else recover(raw, alert);
    }

    private void fire(Raw raw, Alert alert) {
        var known = latest.get(alert.fingerprint());
        if (known != null && known.isOpen() && known.isLeft()) leave(known);
        if (known != null && known.isOpen()) count(raw, alert, known);
        else if (known != null && known.covers(alert)) tell(raw, alert, Fate.IGNORED, Reason.ALREADY_OVER, known);
        else open(raw, alert);
    }

    private void leave(OpenAlert known) {
        known.end(OpenAlert.State.LEFT, null);
        touch(known);
    }

    private void count(Raw raw, Alert alert, OpenAlert known) {
        known.seen(raw.receivedAt());
        touch(known);
        tell(raw, alert, Fate.COUNTED, known.isMerged() ? Reason.MERGED : null, known);
    }

    private void open(Raw raw, Alert alert) {
        var grade = scale.grade(alert.sourceSeverity());
        if (!grade.opens()) {
            events.add(event(raw, alert, source.unit(), Fate.IGNORED, Reason.INFORMATIONAL.name(), null));
            return;
        }
        var opened = incidents.open(source, alert, grade, raw.receivedAt());
        var incident = opened.incident();
        var known = OpenAlert.opened(Ids.next(), alert, incident.id(), opened.unit(), incident.state(), now);
        latest.put(alert.fingerprint(), known);
        touched.add(known);
        tell(raw, alert, Fate.OPENED, scale.knows(alert.sourceSeverity()) ? null : Reason.UNKNOWN_SEVERITY, known);
    }

    private void recover(Raw raw, Alert alert) {
        var known = latest.get(alert.fingerprint());
        if (known == null || !known.isOpen()) {
            tell(raw, alert, Fate.IGNORED, Reason.NO_OPEN_ALERT, known);
            return;
        }
        known.end(OpenAlert.State.RESOLVED, raw.receivedAt());
        touch(known);
        if (known.phase == Phase.DONE)
            tell(raw, alert, Fate.ANNOTATED, known.isMerged() ? Reason.MERGED : Reason.BEING_HANDLED, known);
        else if (source.onResolved() == Source.OnResolved.ANNOTATE) annotate(raw, alert, known, Reason.RULE);
        else if (isUntouched(known)) resolve(raw, alert, known);
        else annotate(raw, alert, known, Reason.BEING_HANDLED);
    }

    /// Nobody has taken the incident on.
    private static boolean isUntouched(OpenAlert known) {
        return known.incidentState.equals("RECORDED") || known.incidentState.equals("CLASSIFIED");
    }

    private void resolve(Raw raw, Alert alert, OpenAlert known) {
        known.incidentState = incidents
                .resolve(source, known, scale.grade(alert.sourceSeverity()))
                .state();
        known.noted(now);
        tell(raw, alert, Fate.RESOLVED, null, known);
    }

    private void annotate(Raw raw, Alert alert, OpenAlert known, Reason reason) {
        incidents.note(source, known, true);
        known.noted(now);
        tell(raw, alert, Fate.ANNOTATED, reason, known);
    }

    private void touch(OpenAlert known) {
        if (!touched.contains(known)) touched.add(known);
    }

    private void tell(Raw raw, Alert alert, Fate fate, @Nullable Reason reason, @Nullable OpenAlert known) {
        events.add(event(
                raw,
                alert,
                known == null ? source.unit() : known.unit,
                fate,
                reason == null ? null : reason.name(),
                known == null ? null : known.incident));
    }

    private Event event(
            Raw raw, Alert alert, UnitId unit, Fate fate, @Nullable String reason, @Nullable RecordId incident) {
        return new Event(
                raw, alert.position(), alert, unit, scale.severity(alert.sourceSeverity()), fate, reason, incident);
    }
}
