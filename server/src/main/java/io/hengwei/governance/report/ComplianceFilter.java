package io.hengwei.governance.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Of which limits compliance is asked.
///
/// @param clock `CONFIRM`, `RESPONSE`, `RESTORE`, `VENDOR`
/// @param from kept or missed not before
/// @param to kept or missed before; three years at most
record ComplianceFilter(
        @NotNull @Pattern(regexp = "CONFIRM|RESPONSE|RESTORE|VENDOR") String clock,
        @NotNull Instant from,
        @NotNull Instant to,
        @Nullable UUID unit,
        @Nullable UUID group,
        @Nullable UUID system,
        @Nullable Set<@Pattern(regexp = "LEVEL_(I|II|III|IV)") String> level) {}
