package io.hengwei.process.workorder;

/// What the verification test after the work showed (INC-37).
public enum TestResult {
    PASSED,
    FAILED,
    NOT_APPLICABLE
}
