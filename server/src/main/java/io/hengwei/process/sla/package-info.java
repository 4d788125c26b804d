/// Time limits of records: clocks for confirmation, first measures and restoration, by system class and fault level,
/// counted by calendar, paused while a record waits, warned and breached once, explained to the minute. Owns the schema
/// `sla`: clocks and their events (a clock is the fold over its events) and the view `sla.clock_fact` for reports.
/// Knows only the platform: records are followed through the kernel's `CommandContributor`, seen through
/// `RecordClocks`.
@ApplicationModule(
        id = "sla",
        allowedDependencies = {
            "shared",
            "identity",
            "record",
            "setting",
            "calendar",
            "document",
            "notification :: robot"
        })
@NullMarked
package io.hengwei.process.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
