package io.hengwei;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.database.DatabaseAccess.Login;
import io.hengwei.platform.database.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The PostgreSQL server of a test run: our own under `target/`, or the one `DATABASE_URL` names, with
/// `DATABASE_OWNER_USER/_OWNER_PASSWORD` (needs CREATEDB) and `DATABASE_USER/_PASSWORD`.
final class TestServer {
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "shared_buffers", "128MB",
            "max_connections", "300");

    private static final Deque<AutoCloseable> OPEN = new ConcurrentLinkedDeque<>();

    private TestServer() {}

    static DatabaseAccess start() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(TestServer::closeAll));
        var url = System.getenv("DATABASE_URL");
        return url == null || url.isBlank() ? embedded() : external(url);
    }

    /// Closes this when the run ends: the last opened first, the server at the very end.
    static void closeAtEnd(AutoCloseable resource) {
        OPEN.push(resource);
    }

    private static DatabaseAccess external(String url) {
        var env = System.getenv();
        return new DatabaseAccess(
                url,
                new Login(env.get("DATABASE_OWNER_USER"), env.getOrDefault("DATABASE_OWNER_PASSWORD", "")),
                new Login(env.get("DATABASE_USER"), env.getOrDefault("DATABASE_PASSWORD", "")));
    }

    private static DatabaseAccess embedded() {
        try {
            var postgres = LocalPostgres.start(Path.of("target", "postgres"), FAST);
            closeAtEnd(postgres);
            return withRoles(postgres.administration("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseAccess withRoles(DatabaseAccess administration) throws SQLException {
        var password = UUID.randomUUID().toString();
        try (var connection = administration.connect(administration.owner());
                var statement = connection.createStatement()) {
            dropLeftovers(statement);
            for (var role : new String[] {"test_owner createdb", "test_runner"}) {
                var name = role.split(" ")[0];
                if (!statement
                        .executeQuery("select from pg_roles where rolname = '" + name + "'")
                        .next()) {
                    statement.execute("create role " + role + " login");
                }
                statement.execute("alter role " + name + " password '" + password + "'");
            }
            // dropping a database ends the runner's last session, which only a member may
            statement.execute("grant test_runner to test_owner");
        }
        return new DatabaseAccess(
                administration.url(), new Login("test_owner", password), new Login("test_runner", password));
    }

    private static void dropLeftovers(Statement statement) throws SQLException {
        var leftovers = new ArrayList<String>();
        try (var names = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (names.next()) {
                leftovers.add(names.getString(1));
            }
        }
        for (var leftover : leftovers) {
            statement.execute("drop database " + leftover + " with (force)");
        }
    }

    private static void closeAll() {
        for (var resource : OPEN) {
            try {
                resource.close();
            } catch (Exception e) {
                System.err.println("Left open at the end of the tests: " + e);
            }
        }
    }
}
