package io.hengwei.platform.identity.external;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExternalConfiguration {
    @Bean
    Permissions identitySourcePermissions() {
        return Permissions.of(SourceAdministration.PERMISSION);
    }

    @Bean
    Loop directoryLoop(DirectoryRounds rounds, Clock clock) {
        return new Loop("directories", rounds, new Bell(), clock);
    }
}
