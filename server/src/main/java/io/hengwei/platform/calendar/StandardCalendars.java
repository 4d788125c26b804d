package io.hengwei.platform.calendar;

import java.time.ZoneId;

/// The calendars that every installation begins with.
final class StandardCalendars {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private StandardCalendars() {}

    static CalendarDefinition standard() {
        var china = ChinaHolidays.load();
        return CalendarDefinition.weekdays(CHINA, "09:00-18:00").withDays(china.holidays(), china.makeUpDays());
    }

    static CalendarDefinition always() {
        return CalendarDefinition.always(CHINA);
    }
}
