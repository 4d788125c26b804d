package io.hengwei.resource.cmdb;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.setting.ScopeParents;
import io.hengwei.platform.setting.SettingScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CmdbConfiguration {
    @Bean
    Permissions systemPermissions() {
        return Permissions.of(SystemQueries.READ, SystemManagement.MANAGE);
    }

    /// What is not set for a system is what holds for the unit that owns it.
    @Bean
    ScopeParents systemParents(Systems systems) {
        return new ScopeParents() {
            @Override
            public SettingScope.Kind kind() {
                return SettingScope.Kind.SYSTEM;
            }

            @Override
            public SettingScope parent(UUID id) {
                return systems.find(new SystemId(id))
                        .map(s -> SettingScope.unit(s.unit().value()))
                        .orElse(SettingScope.GLOBAL);
            }

            @Override
            public @Nullable String name(UUID id) {
                return systems.find(new SystemId(id)).map(SystemCard::name).orElse(null);
            }
        };
    }
}
