package io.hengwei.process.sla;

import io.hengwei.platform.record.Operation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/// Somebody says that a stretch should not have been counted (申诉); what proves it is attached to the appeal.
///
/// @param clock whose stretch; `from` and `to` bound it
public record LodgeAppeal(
        @NotNull UUID clock,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotBlank @Size(max = 4000) String reason) implements Operation {
    /// What of it lies in the life of the clock so far.
    LodgeAppeal within(Instant start, Instant now) {
        return new LodgeAppeal(clock, from.isBefore(start) ? start : from, to.isAfter(now) ? now : to, reason);
    }
}
