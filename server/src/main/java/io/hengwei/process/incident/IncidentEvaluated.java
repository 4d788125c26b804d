package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UserId;
import org.jspecify.annotations.Nullable;

/// The dispatching unit has judged the completion report.
record IncidentEvaluated(
        RecordId incident, int score, @Nullable String comment, UserId by) {}
