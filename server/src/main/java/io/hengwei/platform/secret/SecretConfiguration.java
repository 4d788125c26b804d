package io.hengwei.platform.secret;

import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {
    @Bean
    Loop masterKeyLoop(Resealing resealing, Clock clock) {
        return new Loop("master-key", resealing, new Bell(), clock);
    }
}
