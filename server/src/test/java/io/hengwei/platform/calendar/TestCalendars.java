package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarAdministration.PublishCalendar;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/// Calendars for the tests of other modules, published the one way.
public record TestCalendars(ApplicationContext context) {
    /// Its next version, whichever that is.
    public int publish(String id, CalendarDefinition definition, Instant from) {
        var history = context.getBean(CalendarVersions.class).history(id, 1);
        long seen = history.isEmpty() ? 0 : history.getFirst().version();
        return context.getBean(CalendarAdministration.class)
                .publish(seen, new PublishCalendar(id, "Test", CalendarLayer.alone(definition), "a test", from));
    }
}
