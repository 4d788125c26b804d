package io.hengwei.platform.identity;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    Permissions identityPermissions() {
        return Permissions.of(
                "person:read",
                "person:read-personal",
                "person:manage",
                "conduct:publish",
                "unit:manage",
                "group:manage",
                "grant:manage",
                "grant:administrators",
                "role:manage",
                "delegation:own",
                "token:own",
                "token:manage");
    }
}
