package io.hengwei.process.servicedesk;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServiceDeskConfiguration {
    @Bean
    Permissions intakePermissions() {
        return Permissions.of("intake:self", "intake:desk");
    }
}
