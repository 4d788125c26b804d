package io.hengwei.platform.record;

import io.hengwei.platform.shared.Bell;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    @Bean
    Permissions recordPermissions() {
        return Permissions.of("system:observe", "system:replay", "setting:read", SettingOperations.CHANGE);
    }

    /// Rings when a journal line was committed here.
    @Bean
    Bell feedBell() {
        return new Bell();
    }
}
