package io.hengwei.process.incident;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Ref;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The minimum facts of a contact (DESK-02). Either a known requester or a caller by name and phone, unless a system
/// reported it.
///
/// @param unit that looks after the matter
public record OpenIncident(
        @NotNull IncidentKind kind,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String description,
        @Nullable UserId requester,
        @Nullable @Valid Caller caller,
        @NotNull UnitId unit,
        @NotNull Channel channel,
        @NotNull Instant occurredAt,
        @NotNull Impact impact,
        @NotNull Effect effect,
        @NotNull Urgency urgency,
        @Nullable @Ref("system") UUID system,
        @Nullable @Size(max = 100) String category,
        @Nullable @Valid AlertSource alert)
        implements Operation {
    /// The monitoring system that reported it (INC-04).
    public record AlertSource(String source, String fingerprint, Instant firstSeen) {}

    @Override
    public String commandName() {
        return "Open";
    }
}
