package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Calendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlaConfiguration {
    @Bean
    ClockFold clockFold(Calendars calendars) {
        return new ClockFold(calendars::byId);
    }
}
