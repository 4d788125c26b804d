package io.hengwei.process.incident;

import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the dispatching unit thinks of the report (INC-18).
public record Evaluation(int score, @Nullable String comment, Instant at, UserId by) {}
