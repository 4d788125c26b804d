package io.hengwei.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings every module's schema up to date, as the owner: `db/migration/<module>/` into the schema of the same name,
/// with a
/// history of its own, dependencies first. What the owner makes, the running role may use; a migration takes away what
/// it
/// must not (`revoke update, delete on record.journal from ${runner}`).
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String HISTORY = "flyway_schema_history";

    private final DatabaseAccess access;
    private final Map<String, String> placeholders;

    private Migrations(DatabaseAccess access) {
        this.access = access;
        placeholders = Map.of(
                "owner",
                plain(access.owner().user()),
                "runner",
                plain(access.runner().user()));
    }

    /// Migrates, then refuses a running role that could get round row-level security.
    public static void run(DatabaseAccess access) {
        var migrations = new Migrations(access);
        migrations.grantWhatWillBe();
        try (var owner = migrations.ownerPool()) {
            ModuleOrder.withMigrations().forEach(module -> migrations.migrate(module, owner));
        }
        migrations.checkRunner();
    }

    private void grantWhatWillBe() {
        try (var connection = access.connect(access.owner())) {
            Requirements.checkVersion(connection);
            for (var grant : """
                    grant connect, temporary on database ${database} to ${runner};
                    alter default privileges grant usage on schemas to ${runner};
                    alter default privileges grant select, insert, update, delete on tables to ${runner};
                    alter default privileges grant usage, select, update on sequences to ${runner};
                    alter default privileges revoke execute on functions from public;
                    alter default privileges grant execute on functions to ${runner}""".split(";")) {
                execute(connection, grant.replace("${database}", quoted(connection.getCatalog())));
            }
        } catch (SQLException e) {
            throw unreachable(access, access.owner(), e);
        }
    }

    private void migrate(String module, DataSource owner) {
        var result = Flyway.configure()
                .dataSource(owner)
                .schemas(module)
                .table(HISTORY)
                .locations("classpath:db/migration/" + module)
                .placeholders(placeholders)
                .validateMigrationNaming(true)
                .load()
                .migrate();
        if (result.migrationsExecuted > 0) {
            LOG.info(
                    "Schema {}: {} migrations, now at version {}",
                    module,
                    result.migrationsExecuted,
                    result.targetSchemaVersion);
            hideHistory(module, owner);
        }
    }

    private void hideHistory(String module, DataSource owner) {
        try (var connection = owner.getConnection()) {
            execute(connection, "revoke all on " + quoted(module) + "." + HISTORY + " from ${runner}");
        } catch (SQLException e) {
            throw unreachable(access, access.owner(), e);
        }
    }

    private void checkRunner() {
        try (var connection = access.connect(access.runner())) {
            Requirements.checkRunner(connection);
        } catch (SQLException e) {
            throw unreachable(access, access.runner(), e);
        }
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.replace("${runner}", placeholders.get("runner")));
        }
    }

    /// A migration of many rows takes its time, while the transaction that keeps other nodes from migrating waits.
    private HikariDataSource ownerPool() {
        var config = new HikariConfig();
        config.setPoolName("owner");
        config.setJdbcUrl(access.url());
        config.setUsername(access.owner().user());
        config.setPassword(access.owner().password());
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("set idle_in_transaction_session_timeout = 0; set statement_timeout = 0");
        return new HikariDataSource(config);
    }

    private static DatabaseUnusable unreachable(DatabaseAccess access, DatabaseAccess.Login login, SQLException cause) {
        return new DatabaseUnusable(
                "%s refused the role %s: %s".formatted(access.url(), login, cause.getMessage()),
                "Check HENGWEI_DATABASE_URL and the users and passwords that go with it.",
                cause);
    }

    /// Migrations write the name as it is, in statements and inside functions: no quoting rule would serve both.
    private static String plain(String role) {
        if (!role.matches("[a-z_][a-z0-9_]*")) {
            throw new DatabaseUnusable(
                    "The role name \"" + role + "\" needs quoting in SQL.",
                    "Use a role whose name consists of lower-case letters, digits and underscores.");
        }
        return role;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
