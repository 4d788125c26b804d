package io.hengwei.platform.database;

import io.hengwei.platform.database.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Our database inside a [LocalPostgres]: two roles with random passwords, and the database that the first of them
/// owns.
public final class EmbeddedDatabase {
    private static final String DATABASE = "hengwei";
    private static final String OWNER = "hengwei_owner";
    private static final String RUNNER = "hengwei";

    private EmbeddedDatabase() {}

    /// The database of a data folder whose server runs, also when another program runs it.
    public static Optional<DatabaseAccess> running(Path folder) throws IOException {
        if (!Files.exists(folder)) return Optional.empty();
        var home = folder.toRealPath();
        var postmaster = Postmaster.of(home.resolve("pgdata")).filter(Postmaster::alive);
        if (postmaster.isEmpty()) return Optional.empty();
        var secrets = new Secrets(home);
        return Optional.of(new DatabaseAccess(
                LocalPostgres.url(postmaster.get().port(), DATABASE),
                new Login(OWNER, secrets.of(OWNER)),
                new Login(RUNNER, secrets.of(RUNNER))));
    }

    public static DatabaseAccess in(LocalPostgres postgres) throws IOException, SQLException {
        var secrets = new Secrets(postgres.folder());
        var owner = new Login(OWNER, secrets.of(OWNER));
        var runner = new Login(RUNNER, secrets.of(RUNNER));
        var administration = postgres.administration("postgres");
        try (var connection = administration.connect(administration.owner())) {
            ensureRole(connection, owner);
            ensureRole(connection, runner);
            execute(connection, "grant pg_read_all_stats to " + RUNNER); // the lag page names who blocks the feed
            ensureDatabase(connection);
        }
        return new DatabaseAccess(postgres.administration(DATABASE).url(), owner, runner);
    }

    /// The password is set each time: the files may be newer than the database, after a restore for instance.
    private static void ensureRole(Connection connection, Login login) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
            execute(connection, "create role " + login.user() + " login");
        }
        execute(connection, "alter role " + login.user() + " password '" + login.password() + "'");
    }

    private static void ensureDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
            execute(connection, "create database " + DATABASE + " owner " + OWNER);
            execute(connection, "revoke all on database " + DATABASE + " from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
