package io.hengwei.process.incident;

import io.hengwei.platform.shared.UserId;
import io.hengwei.process.workorder.TestResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The handler's completion report (回单, F-81): how the trouble ended, and the test that shows it.
public record Resolution(
        Code code, String summary, @Nullable String cause, String test, TestResult testResult, Instant at, UserId by) {
    public enum Code {
        FIXED,
        WORKAROUND,
        NO_FAULT,
        ANSWERED,
        DUPLICATE
    }
}
