package io.hengwei.process.sla;

import org.jspecify.annotations.Nullable;

/// The rules' scale of gravity, as far as time limits depend on it.
enum FaultLevel {
    LEVEL_I,
    LEVEL_II,
    LEVEL_III,
    LEVEL_IV;

    /// Until somebody has graded a fault it is a general one.
    static FaultLevel of(@Nullable String level) {
        for (var each : values()) if (each.name().equals(level)) return each;
        return LEVEL_IV;
    }
}
