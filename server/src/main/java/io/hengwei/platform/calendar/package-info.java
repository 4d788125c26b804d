/// Working time as interval algebra over versioned calendars: holidays, make-up days 调休, any number of windows a day.
/// Owns the calendars (`calendar.calendar`); a version never changes, so a deadline can be explained years later.
/// Other modules ask `Calendars` for a `WorkCalendar`, and write limits as `Limit`.
@NullMarked
@ApplicationModule(
        id = "calendar",
        allowedDependencies = {"shared", "record"})
package io.hengwei.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
