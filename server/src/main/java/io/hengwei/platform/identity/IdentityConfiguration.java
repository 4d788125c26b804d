package io.hengwei.platform.identity;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.secret.SealedColumn;
import io.hengwei.platform.shared.UserId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    Permissions identityPermissions() {
        return Permissions.of(
                "person:read",
                "person:read-personal",
                "person:manage",
                "conduct:publish",
                "unit:manage",
                "group:manage",
                "grant:manage",
                "grant:administrators",
                "role:manage",
                "delegation:own",
                "token:own",
                "token:manage");
    }

    @Bean
    SealedColumn sealedFactors(JdbcClient db) {
        return new SealedColumn(db, "identity.second_factor", "person", id -> SecondFactors.context(new UserId(id)));
    }
}
