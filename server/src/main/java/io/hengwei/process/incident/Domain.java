package io.hengwei.process.incident;

/// Maintenance domain (INC-05).
public enum Domain {
    ROOM_ENVIRONMENT,
    HARDWARE_PLATFORM,
    NETWORK,
    BASIC_SOFTWARE,
    APPLICATION_SOFTWARE
}
