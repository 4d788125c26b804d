package io.hengwei.process.incident;

/// What came in (INC-01).
public enum IncidentKind {
    FAULT,
    SERVICE_REQUEST,
    ALERT,
    CONSULTATION,
    SECURITY
}
