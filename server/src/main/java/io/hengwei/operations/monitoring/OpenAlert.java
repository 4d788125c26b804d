package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a source has said of one trouble, and the incident it belongs to. Changes while a round of events is taken in.
final class OpenAlert {
    enum State {
        OPEN,
        /// the source says that it is over
        RESOLVED,
        /// its incident was finished while the source still saw trouble
        LEFT
    }

    /// As stored, with where the incident stands.
    record Row(
            UUID id,
            String fingerprint,
            State state,
            RecordId incident,
            UnitId unit,
            Instant startsAt,
            Instant firstSeenAt,
            Instant lastSeenAt,
            int count,
            int notedCount,
            Instant notedAt,
            String incidentState,
            Phase phase) {}

    final UUID id;
    final String fingerprint;
    final RecordId incident;
    final UnitId unit;
    final Instant startsAt;
    final Instant firstSeenAt;
    State state;
    Instant lastSeenAt;
    int count;
    int notedCount;
    Instant notedAt;
    String incidentState;
    Phase phase;
    boolean changed;

    OpenAlert(Row row) {
        id = row.id();
        fingerprint = row.fingerprint();
        state = row.state();
        incident = row.incident();
        unit = row.unit();
        startsAt = row.startsAt();
        firstSeenAt = row.firstSeenAt();
        lastSeenAt = row.lastSeenAt();
        count = row.count();
        notedCount = row.notedCount();
        notedAt = row.notedAt();
        incidentState = row.incidentState();
        phase = row.phase();
    }

    static OpenAlert opened(UUID id, Alert alert, RecordId incident, UnitId unit, String incidentState, Instant at) {
        var row = new Row(
                id,
                alert.fingerprint(),
                State.OPEN,
                incident,
                unit,
                alert.startsAt(),
                at,
                at,
                1,
                1,
                at,
                incidentState,
                Phase.OPEN);
        var opened = new OpenAlert(row);
        opened.changed = true;
        return opened;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /// Its incident was ended as what it is, not because it is the same as another.
    boolean isLeft() {
        return phase == Phase.DONE && !isMerged();
    }

    boolean isMerged() {
        return incidentState.equals("MERGED");
    }

    /// Has the source said of this very occurrence that it is over?
    boolean covers(Alert alert) {
        return state == State.RESOLVED && !alert.startsAt().isAfter(startsAt);
    }

    void seen(Instant at) {
        count++;
        lastSeenAt = at;
        changed = true;
    }

    void end(State as, @Nullable Instant at) {
        state = as;
        if (at != null && at.isAfter(lastSeenAt)) lastSeenAt = at;
        changed = true;
    }

    boolean hasNews() {
        return notedCount < count;
    }

    void noted(Instant at) {
        notedCount = count;
        notedAt = at;
        changed = true;
    }

    Row row() {
        return new Row(
                id,
                fingerprint,
                state,
                incident,
                unit,
                startsAt,
                firstSeenAt,
                lastSeenAt,
                count,
                notedCount,
                notedAt,
                incidentState,
                phase);
    }
}
