package io.hengwei.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one data source of the program. Whoever asks for it gets a database that is up, migrated and safely run.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /// A list that starts processes of its own to find fifty rows costs more than it finds; whoever scans everything
    /// asks for them.
    private static final String SESSION =
            "set idle_in_transaction_session_timeout = '60s'; set max_parallel_workers_per_gather = 0";

    /// Whoever gets no connection for so long is told to come again (503).
    private static final long PATIENCE_MILLIS = 5_000;

    @Bean
    RunningDatabase runningDatabase(DatabaseProperties properties) throws IOException, SQLException {
        return RunningDatabase.open(properties);
    }

    @Bean
    DatabaseAccess databaseAccess(RunningDatabase database) {
        return database.access();
    }

    @Bean
    HikariDataSource dataSource(DatabaseAccess access, DatabaseProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("hengwei");
        config.setJdbcUrl(access.url());
        config.setUsername(access.runner().user());
        config.setPassword(access.runner().password());
        config.setMaximumPoolSize(properties.database().poolSize());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "hengwei");
        return new HikariDataSource(config);
    }
}
