package io.hengwei.governance.report;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
    @Bean
    Permissions reportPermissions() {
        return Permissions.of(StatisticsQuery.PERMISSION);
    }
}
