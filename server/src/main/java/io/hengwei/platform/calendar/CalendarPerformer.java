package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarAdministration.PublishCalendar;
import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A version of a calendar that waited for consent.
@Component
class CalendarPerformer implements Performer<PublishCalendar> {
    private final CalendarAdministration calendars;

    CalendarPerformer(CalendarAdministration calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Class<? extends PublishCalendar>> operations() {
        return List.of(PublishCalendar.class);
    }

    @Override
    public @Nullable UUID perform(Task<PublishCalendar> task) {
        return Performer.done(() -> calendars.publish(task.seenVersion(), task.operation()));
    }
}
