package io.hengwei.process.workorder;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UserId;
import org.jspecify.annotations.Nullable;

/// The handler has fed an order back: to its origin the report, to others that the work is done.
///
/// @param minutes of all work on the order so far
/// @param completion the order's version by it: an order may be completed again after rework
public record WorkOrderCompleted(
        RecordId order,
        String number,
        @Nullable RecordId origin,
        Outcome outcome,
        String result,
        String test,
        TestResult testResult,
        int minutes,
        UserId by,
        long completion) {}
