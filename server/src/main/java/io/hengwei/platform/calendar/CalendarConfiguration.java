package io.hengwei.platform.calendar;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    Permissions calendarPermissions() {
        return Permissions.of("calendar:read", CalendarAdministration.PUBLISH);
    }
}
