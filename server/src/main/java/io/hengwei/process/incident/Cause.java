package io.hengwei.process.incident;

/// First-look cause class (INC-06).
public enum Cause {
    POWER,
    SERVER,
    STORAGE,
    NETWORK,
    APPLICATION_SOFTWARE,
    OTHER
}
