package io.hengwei.process.incident.history;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
    @Bean
    Permissions historyPermissions() {
        return Permissions.of(Mappings.PERMISSION);
    }
}
