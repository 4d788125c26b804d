package io.hengwei.platform.audit;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    static final String READ = "audit:read";
    static final String EXPORT = "audit:export";
    static final String VERIFY = "audit:verify";

    @Bean
    Permissions auditPermissions() {
        return Permissions.of(READ, EXPORT, VERIFY);
    }

    @Bean
    Loop ledgerLoop(LedgerUpkeep upkeep, Clock clock) {
        return new Loop("ledger", upkeep, new Bell(), clock);
    }

    @Bean
    Loop verificationLoop(Verifications verifications, Bell verificationBell, Clock clock) {
        return new Loop("verification", verifications, verificationBell, clock);
    }

    @Bean
    Bell verificationBell() {
        return new Bell();
    }

    @Bean
    WebMvcConfigurer refusalsAreNoted(RefusalLines refusals) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(refusals);
            }
        };
    }
}
