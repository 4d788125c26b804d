package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event as it travels to the database.
record AlertEventLine(
        UUID id,
        Instant receivedAt,
        UUID raw,
        int position,
        UnitId unit,
        Alert.@Nullable Status status,
        @Nullable String name,
        @Nullable String fingerprint,
        @Nullable Integer severity,
        @Nullable String sourceSeverity,
        @Nullable String ci,
        @Nullable String value,
        @Nullable String title,
        @Nullable Map<String, String> labels,
        @Nullable Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int truncated,
        AlertEvents.Fate fate,
        @Nullable String reason,
        @Nullable RecordId incident) {
    static AlertEventLine of(AlertEvents.Event e) {
        var a = e.alert();
        if (a == null) {
            return new AlertEventLine(
                    Ids.next(),
                    e.raw().receivedAt(),
                    e.raw().id(),
                    e.position(),
                    e.unit(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    e.fate(),
                    e.reason(),
                    null);
        }
        return new AlertEventLine(
                Ids.next(),
                e.raw().receivedAt(),
                e.raw().id(),
                e.position(),
                e.unit(),
                a.status(),
                a.name(),
                a.fingerprint(),
                e.severity(),
                a.sourceSeverity(),
                a.ci(),
                a.value(),
                a.title(),
                a.labels(),
                a.annotations(),
                a.startsAt(),
                a.endsAt(),
                a.truncated(),
                e.fate(),
                e.reason(),
                e.incident());
    }
}
