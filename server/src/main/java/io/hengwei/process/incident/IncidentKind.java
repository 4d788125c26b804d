package io.hengwei.process.incident;

/// What came in (INC-01). Requests and questions have no fault level.
public enum IncidentKind {
    FAULT,
    SERVICE_REQUEST,
    ALERT,
    CONSULTATION,
    SECURITY;

    boolean hasLevel() {
        return this != SERVICE_REQUEST && this != CONSULTATION;
    }
}
