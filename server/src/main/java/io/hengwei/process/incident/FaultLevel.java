package io.hengwei.process.incident;

/// The rules' own scale of faults, I the gravest (INC-08).
public enum FaultLevel {
    LEVEL_I,
    LEVEL_II,
    LEVEL_III,
    LEVEL_IV
}
