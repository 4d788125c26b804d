package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarAdministration.PublishCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/// Calendars for the tests of other modules, published the one way.
public record TestCalendars(ApplicationContext context) {
    /// Its next version, whichever that is.
    public int publish(String id, CalendarDefinition definition, Instant from) {
        return publish(id, CalendarLayer.alone(definition), from);
    }

    /// One that stands on another, with a standard day of its own.
    public int publishOn(String base, String id, int standardDay, Instant from) {
        return publish(
                id, new CalendarLayer(base, null, null, Map.of(), Map.of(), List.of(), Set.of(), standardDay), from);
    }

    private int publish(String id, CalendarLayer layer, Instant from) {
        var history = context.getBean(CalendarVersions.class).history(id, 1);
        long seen = history.isEmpty() ? 0 : history.getFirst().version();
        return context.getBean(CalendarAdministration.class)
                .publish(seen, new PublishCalendar(id, "Test", layer, "a test", from));
    }
}
