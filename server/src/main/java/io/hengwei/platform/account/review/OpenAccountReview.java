package io.hengwei.platform.account.review;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Accounts that are to be reviewed.
///
/// @param person whose account alone; null for all of the unit
/// @param asOf the day the round belongs to: when its period begins, when the person moved, when the account ends
public record OpenAccountReview(
        UnitId unit, ReviewCause cause, @Nullable UserId person, LocalDate asOf) implements Operation {}
