package io.hengwei.platform.calendar;

import java.time.Instant;

/// From when on time is counted by a version of a calendar, until the next one's turn.
public record CalendarTurn(Instant from, int version, WorkCalendar calendar) {}
