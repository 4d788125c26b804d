package io.hengwei.platform.shared;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.format.FormatterRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class SharedConfiguration implements WebMvcConfigurer {
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1000)); // what timestamptz can hold
    }

    /// Where the organisation lives: the wall clock of exported lists and of letters.
    @Bean
    ZoneId zone(@Value("${hengwei.zone:Asia/Shanghai}") String zone) {
        return ZoneId.of(zone);
    }

    @Bean
    MessageSource messageSource() {
        return new Messages();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ScopedTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new PlannedTemplate(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    JdbcPostgresDialect jdbcDialect() {
        return JdbcPostgresDialect.INSTANCE;
    }

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcPostgresDialect dialect) {
        return JdbcCustomConversions.of(
                dialect, List.of(IdConversions.ToUuid.INSTANCE, IdConversions.FromUuid.INSTANCE));
    }

    /// Nobody watches observations yet, and every filter of every request would make some: a fifth of a request's time.
    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.US));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(IdConversions.FromText.INSTANCE);
    }
}
