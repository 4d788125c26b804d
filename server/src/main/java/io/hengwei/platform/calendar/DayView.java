package io.hengwei.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day as people look at it.
///
/// @param name why it differs from its weekday; null when it does not
/// @param unannounced nobody has said yet which days of its year are holidays
record DayView(
        LocalDate date,
        CalendarDefinition.DayKind kind,
        @Nullable String name,
        List<WindowView> windows,
        boolean unannounced) {
    record WindowView(String from, String to) {}

    static DayView of(CalendarDefinition calendar, LocalDate date) {
        var windows = calendar.windows(date).list().stream()
                .map(window -> new WindowView(window.start(), window.end()))
                .toList();
        return new DayView(
                date, calendar.kind(date), calendar.name(date), windows, calendar.isUnannounced(date.getYear()));
    }
}
