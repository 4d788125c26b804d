package io.hengwei.platform.calendar;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// What can be done with calendars. They belong to everybody, so publishing needs `calendar:publish` everywhere.
@Service
public class CalendarAdministration {
    static final String PUBLISH = "calendar:publish";

    record PublishCalendar(String id, String name, CalendarDefinition definition, String source, Instant effectiveFrom)
            implements Operation {}

    private final Calendars calendars;
    private final Operations operations;

    CalendarAdministration(Calendars calendars, Operations operations) {
        this.calendars = calendars;
        this.operations = operations;
    }

    /// Adds a version and answers its number; the first one has always been in force.
    public int publish(String id, String name, CalendarDefinition definition, String source, Instant effectiveFrom) {
        var subject = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        var operation = new PublishCalendar(id, name, definition, source, effectiveFrom);
        return operations.administer(
                Act.ofEverybody(PUBLISH, "CALENDAR", subject, operation),
                Integer.class,
                () -> calendars.publish(id, name, definition, source, effectiveFrom));
    }
}
