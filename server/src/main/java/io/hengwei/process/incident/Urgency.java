package io.hengwei.process.incident;

/// How soon it must be dealt with (DESK-12).
public enum Urgency {
    HIGH,
    MEDIUM,
    LOW
}
