package io.hengwei.resource.vault;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Permissions vaultPermissions() {
        return new Permissions(VaultSight.PERMISSIONS);
    }

    @Bean
    Loop vaultLoop(Caretaker caretaker, Clock clock) {
        return new Loop("vault", caretaker, new Bell(), clock);
    }
}
