package io.hengwei.process.incident;

/// Degree of impact (影响程度), the gravest last.
public enum Effect {
    MINOR,
    IMPAIRED,
    UNUSABLE
}
