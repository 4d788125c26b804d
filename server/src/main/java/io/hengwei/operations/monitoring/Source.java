package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.UnitId;
import java.util.UUID;

/// A monitoring system that delivers alerts.
///
/// @param unit that looks after what its alerts name no system for
record Source(UUID id, String name, String format, UnitId unit, OnResolved onResolved) {
    /// What follows when the source says that an alert is over: its incident is resolved if nobody has taken it on, or
    /// only told.
    enum OnResolved {
        RESOLVE,
        ANNOTATE
    }
}
