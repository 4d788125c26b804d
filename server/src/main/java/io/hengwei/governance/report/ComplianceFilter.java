package io.hengwei.governance.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Of which limits compliance is asked.
///
/// @param from kept or missed not before; a quarter before the end, when absent
/// @param to kept or missed before; now, when absent. Three years at most
record ComplianceFilter(
        @NotNull Limit clock,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID unit,
        @Nullable UUID group,
        @Nullable UUID system,
        @Nullable Set<@Pattern(regexp = "LEVEL_(I|II|III|IV)") String> level) {
    /// What a clock measures.
    enum Limit {
        CONFIRM,
        RESPONSE,
        RESTORE,
        VENDOR
    }
}
