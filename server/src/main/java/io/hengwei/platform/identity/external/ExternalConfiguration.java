package io.hengwei.platform.identity.external;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.secret.SealedColumn;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ExternalConfiguration {
    @Bean
    Permissions identitySourcePermissions() {
        return Permissions.of(SourceAdministration.PERMISSION);
    }

    @Bean
    SealedColumn sealedSourceSecrets(JdbcClient db) {
        return new SealedColumn(db, "identity.source", "id", IdentitySources::context);
    }

    @Bean
    Loop directoryLoop(DirectoryRounds rounds, Clock clock) {
        return new Loop("directories", rounds, new Bell(), clock);
    }
}
