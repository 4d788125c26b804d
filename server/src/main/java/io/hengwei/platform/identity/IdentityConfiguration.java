package io.hengwei.platform.identity;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    /// Of the modules that know only the shared ground and cannot declare their own.
    @Bean
    Permissions permissionsOfTheGround() {
        return Permissions.of("setting:read", "calendar:read");
    }

    @Bean
    Permissions identityPermissions() {
        return Permissions.of(
                "person:read",
                "person:manage",
                "unit:manage",
                "group:manage",
                "grant:manage",
                "token:own",
                "token:manage");
    }
}
