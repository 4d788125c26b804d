package io.hengwei;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// A migrated database of one's own in tens of milliseconds: a clone of a template that is migrated once and kept as
/// long as no migration changes. For tests without Spring:
///
/// ```java
/// try (var database = TestDatabase.create(); var connection = database.runner()) { … }
/// ```
///
/// For tests with Spring see [HengweiTest].
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final DatabaseAccess SERVER = TestServer.start();
    private static final String TEMPLATE = migratedTemplate();

    private final String name;
    private final DatabaseAccess access;

    private TestDatabase(String name) {
        this.name = name;
        access = accessTo(name);
    }

    /// A clone of the migrated template.
    public static TestDatabase create() {
        return make("template " + TEMPLATE);
    }

    /// An empty database, for tests of the migrations themselves.
    public static TestDatabase empty() {
        return make("");
    }

    public DatabaseAccess access() {
        return access;
    }

    /// A connection as the program has it: row-level security binds it.
    public Connection runner() throws SQLException {
        return access.connect(access.runner());
    }

    /// A connection as the owner of all tables, for what only a migration may do.
    public Connection owner() throws SQLException {
        return access.connect(access.owner());
    }

    @Override
    public void close() {
        dropped();
    }

    /// A connection closed a moment ago may still be going.
    private void dropped() {
        for (int tries = 1; ; tries++) {
            try {
                onServer("drop database if exists " + name + " with (force)");
                return;
            } catch (IllegalStateException e) {
                if (tries == 20) throw e;
                LockSupport.parkNanos(100_000_000L);
            }
        }
    }

    private static TestDatabase make(String template) {
        var name = "test_" + ProcessHandle.current().pid() + "_" + CLONES.incrementAndGet();
        onServer("drop database if exists " + name + " with (force)");
        onServer("create database " + name + " " + template);
        return new TestDatabase(name);
    }

    private static String migratedTemplate() {
        var template = "template_" + fingerprint();
        try (var connection = SERVER.connect(SERVER.owner());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + template + "'")
                    .next()) {
                var draft = template + "_draft";
                statement.execute("drop database if exists " + draft + " with (force)");
                statement.execute("create database " + draft);
                Migrations.run(accessTo(draft));
                statement.execute("alter database " + draft + " rename to " + template);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return template;
    }

    private static String fingerprint() {
        try {
            var checksum = new CRC32();
            for (var migration :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                checksum.update(String.valueOf(migration.getURL()).getBytes(StandardCharsets.UTF_8));
                checksum.update(migration.getContentAsByteArray());
            }
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseAccess accessTo(String database) {
        var url = SERVER.url().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
        return new DatabaseAccess(url, SERVER.owner(), SERVER.runner());
    }

    private static void onServer(String sql) {
        try (var connection = SERVER.connect(SERVER.owner());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
