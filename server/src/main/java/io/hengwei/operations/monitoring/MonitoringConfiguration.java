package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {
    static final String RECEIVE = "alert:receive";
    static final String READ = "alert:read";
    static final String REPLAY = "alert:replay";

    @Bean
    Permissions monitoringPermissions() {
        return Permissions.of(RECEIVE, READ, REPLAY);
    }
}
