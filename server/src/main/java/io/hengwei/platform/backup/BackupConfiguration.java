package io.hengwei.platform.backup;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {
    @Bean
    Permissions backupPermissions() {
        return Permissions.of(BackupAdministration.READ, BackupAdministration.RUN, BackupAdministration.CONFIRM);
    }

    @Bean
    Loop backupLoop(BackupRounds rounds, Clock clock) {
        return new Loop("backup", rounds::round, new Bell(), clock);
    }
}
