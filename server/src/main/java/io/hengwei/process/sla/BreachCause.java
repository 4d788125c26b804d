package io.hengwei.process.sla;

/// Why a limit was missed.
public enum BreachCause {
    VENDOR,
    SPARE_PART,
    STAFF,
    /// It went to the wrong group first.
    DISPATCH,
    COMPLEXITY,
    REQUESTER,
    /// Nobody was let in.
    ACCESS,
    /// It was done in time and written down too late.
    LATE_RECORD,
    OTHER
}
