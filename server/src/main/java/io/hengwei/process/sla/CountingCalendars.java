package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarVersion;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// The calendars by which clocks are counted: as they are, or as somebody proposes them; a proposed one stands as if it
/// had always been so.
final class CountingCalendars implements ClockFold.CalendarsOfTheTime {
    private final Calendars calendars;
    private final Map<String, WorkCalendar> proposed;

    CountingCalendars(Calendars calendars, Map<String, WorkCalendar> proposed) {
        this.calendars = calendars;
        this.proposed = proposed;
    }

    CountingCalendars proposing(Map<String, WorkCalendar> others) {
        return new CountingCalendars(calendars, others);
    }

    boolean isProposed(String id) {
        return proposed.containsKey(id);
    }

    @Override
    public WorkCalendar byId(String id, int version) {
        var own = proposed.get(id);
        return own == null ? calendars.byId(id, version) : own;
    }

    /// The version in force.
    CalendarVersion current(String id) {
        return proposed.containsKey(id) ? proposed(id) : calendars.current(id);
    }

    /// The version that was in force then.
    CalendarVersion at(String id, Instant at) {
        return proposed.containsKey(id) ? proposed(id) : calendars.at(id, at);
    }

    private CalendarVersion proposed(String id) {
        return new CalendarVersion(id, 0, id, "", null, Instant.EPOCH, Objects.requireNonNull(proposed.get(id)));
    }
}
