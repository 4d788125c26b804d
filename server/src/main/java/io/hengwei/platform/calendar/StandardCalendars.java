package io.hengwei.platform.calendar;

import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// The calendars that every installation begins with; a start adds a version only when their content has changed.
@Component
class StandardCalendars implements SmartInitializingSingleton {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private final Calendars calendars;

    StandardCalendars(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void afterSingletonsInstantiated() {
        calendars.ship(Calendars.STANDARD, "标准工作时间", standard(), "国务院办公厅节假日安排 (holiday-cn)");
        calendars.ship(Calendars.ALWAYS, "7×24 小时", always(), "Hengwei");
    }

    static CalendarDefinition standard() {
        var china = ChinaHolidays.load();
        return CalendarDefinition.weekdays(CHINA, "09:00-18:00").withDays(china.holidays(), china.makeUpDays());
    }

    static CalendarDefinition always() {
        return CalendarDefinition.always(CHINA);
    }
}
