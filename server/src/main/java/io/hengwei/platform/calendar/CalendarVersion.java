package io.hengwei.platform.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a calendar; it never changes.
///
/// @param source who laid the days down
/// @param base the calendar on which it stands
public record CalendarVersion(
        String id,
        int version,
        String name,
        String source,
        @Nullable String base,
        Instant effectiveFrom,
        WorkCalendar calendar) {}
