package io.hengwei.platform.audit.review;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// A period whose logs are to be reviewed.
///
/// @param periodTo the first day that no longer belongs to it
public record OpenLogReview(
        @NotNull UnitId unit,
        @NotNull LocalDate periodFrom,
        @NotNull LocalDate periodTo) implements Operation {}
