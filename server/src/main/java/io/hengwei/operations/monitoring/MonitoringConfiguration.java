package io.hengwei.operations.monitoring;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {
    static final String RECEIVE = "alert:receive";
    static final String READ = "alert:read";
    static final String REPLAY = "alert:replay";
    static final String MANAGE = "alert:manage";

    @Bean
    Permissions monitoringPermissions() {
        return Permissions.of(RECEIVE, READ, REPLAY, MANAGE);
    }

    /// Rings when something came in here.
    @Bean
    Bell alertBell() {
        return new Bell();
    }

    @Bean
    Loop alertIntakeLoop(RawEvents events) {
        return events.loop();
    }

    @Bean
    Loop alertLoop(AlertWorker worker, Bell alertBell, Clock clock) {
        return new Loop("alerts", worker, alertBell, clock);
    }
}
