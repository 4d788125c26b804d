package io.hengwei.platform.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who counts time by calendars says, before a change is applied, what it would do to what is being counted.
public interface CalendarEffects {
    /// @param running how many are counted by these calendars now
    /// @param earlier of those, how many would be due earlier
    /// @param later of those, how many would be due later
    /// @param overdue of those, how many would be overdue at once by the change alone
    /// @param takenBack of those, how many that were missed would be so no more
    /// @param examples those that move furthest among those the person may see
    record Effect(long running, long earlier, long later, long overdue, long takenBack, List<Example> examples) {}

    /// @param clock which of the record's limits
    record Example(UUID record, String kind, String number, String title, String clock, Instant due, Instant dueThen) {}

    /// @param next by which version each of these calendars would count from when on, the oldest first
    Effect of(Map<String, List<CalendarTurn>> next);
}
