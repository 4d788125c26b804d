package io.hengwei.platform.calendar;

import java.time.Instant;

/// One version of a calendar; it never changes.
///
/// @param source who laid the days down
public record CalendarVersion(
        String id, int version, String name, String source, Instant effectiveFrom, WorkCalendar calendar) {}
