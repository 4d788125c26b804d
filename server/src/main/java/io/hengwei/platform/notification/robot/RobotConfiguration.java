package io.hengwei.platform.notification.robot;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.secret.SealedColumn;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RobotConfiguration {
    @Bean
    Permissions robotPermissions() {
        return Permissions.of(RobotSight.READ, RobotSight.MANAGE);
    }

    @Bean
    SealedColumn sealedRobots(JdbcClient db) {
        return new SealedColumn(db, "notification.robot", "id", RobotKeys::context);
    }

    /// Rings when something was queued on this node; what other nodes have queued is found when a second has gone by.
    @Bean
    Bell robotBell() {
        return new Bell();
    }

    @Bean
    Loop robotLoop(PostSender sender, Bell robotBell, Clock clock) {
        return new Loop("robots", sender, robotBell, clock);
    }
}
