package io.hengwei.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings every module's schema up to date, as the owner: `db/migration/<module>/` into the schema of the same name,
/// with a history of its own, dependencies first. What the owner makes, the running role may use; a migration takes
/// away what it must not (`revoke update, delete on record.journal from ${runner}`).
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
        run(access, Map.of());
        new Migrations(access).checkRunner();
    }

    /// Migrates these modules to these versions and no other module; all modules to the newest where none are named.
    public static void run(DatabaseAccess access, Map<String, String> versions) {
        var migrations = new Migrations(access);
        migrations.grantWhatWillBe();
        try (var owner = migrations.ownerPool()) {
            ModuleOrder.withMigrations().stream()
                    .filter(module -> versions.isEmpty() || versions.containsKey(module))
                    .forEach(module -> migrations.migrate(module, versions.getOrDefault(module, "latest"), owner));
        }
    }

    /// The newest version of every module that this program can make.
    public static Map<String, String> known() {
        return ModuleOrder.newestMigrations();
    }

    /// Which of the known modules have tables in this database, and of which version.
    public static Map<String, String> versions(Connection connection) throws SQLException {
        var versions = new TreeMap<String, String>();
        for (var module : known().keySet()) {
            try (var statement = connection.createStatement()) {
                var history = quoted(module) + "." + HISTORY;
                if (!one(statement, "select to_regclass('" + history + "') is not null")
                        .equals("t")) continue;
                versions.put(
                        module,
                        one(
                                statement,
                                "select version from " + history
                                        + " where success and version is not null order by installed_rank desc limit 1"));
            }
        }
        return versions;
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
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

    private void migrate(String module, String target, DataSource owner) {
        var result = Flyway.configure()
                .dataSource(owner)
                .schemas(module)
                .table(HISTORY)
                .locations("classpath:db/migration/" + module)
                .placeholders(placeholders)
                .target(target)
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
