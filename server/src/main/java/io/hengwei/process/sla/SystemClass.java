package io.hengwei.process.sla;

import org.jspecify.annotations.Nullable;

/// How important the system concerned is: core, important, general.
enum SystemClass {
    A,
    B,
    C;

    /// A fault of no known system is one of a general system.
    static SystemClass of(@Nullable String systemClass) {
        for (var each : values()) if (each.name().equals(systemClass)) return each;
        return C;
    }
}
