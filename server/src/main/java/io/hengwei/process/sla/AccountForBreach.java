package io.hengwei.process.sla;

import io.hengwei.platform.record.Operation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// Why a limit was missed, and what is done so that it is not missed again (SLA-08).
///
/// @param breach the clock
public record AccountForBreach(
        @NotNull UUID breach,
        @NotNull BreachCause breachCause,
        @NotBlank @Size(max = 2000) String reason,
        @NotBlank @Size(max = 2000) String measure)
        implements Operation {}
