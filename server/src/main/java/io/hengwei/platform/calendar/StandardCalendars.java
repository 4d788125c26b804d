package io.hengwei.platform.calendar;

import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// The calendars that every installation begins with; a start adds a version only when their content has changed. What
/// is published about holidays goes into one of them, and the others stand on that.
@Component
class StandardCalendars implements SmartInitializingSingleton {
    static final String CHINA = "CHINA";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CalendarPublisher publisher;

    StandardCalendars(CalendarPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void afterSingletonsInstantiated() {
        publisher.ship(CHINA, "中国法定工作日", CalendarLayer.alone(china()), "国务院办公厅节假日安排 (holiday-cn)");
        publisher.ship(Calendars.STANDARD, "标准工作时间", CalendarLayer.on(CHINA), "Hengwei");
        publisher.ship(Calendars.ALWAYS, "7×24 小时", CalendarLayer.alone(always()), "Hengwei");
    }

    static CalendarDefinition china() {
        return CalendarDefinition.weekdays(SHANGHAI, "09:00-18:00").with(ChinaHolidays.load());
    }

    static CalendarDefinition always() {
        return CalendarDefinition.always(SHANGHAI);
    }
}
