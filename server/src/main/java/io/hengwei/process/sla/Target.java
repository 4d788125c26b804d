package io.hengwei.process.sla;

import java.time.Duration;

/// What a clock is measured against, laid down when it starts and anew when level or class of its record change.
///
/// @param limit as the rule states it: `PT2H`, `P2D`, `EOD`
/// @param length the working time that the limit grants from the clock's start
/// @param warnAfter so much working time after which a breach threatens
/// @param proposed whether the figure is a default nobody has adopted yet
record Target(
        String limit,
        Duration length,
        Duration warnAfter,
        String calendar,
        int calendarVersion,
        FaultLevel level,
        SystemClass systemClass,
        boolean proposed) {

    boolean isFor(FaultLevel level, SystemClass systemClass) {
        return this.level == level && this.systemClass == systemClass;
    }

    Target withCalendarVersion(int version) {
        return new Target(limit, length, warnAfter, calendar, version, level, systemClass, proposed);
    }
}
