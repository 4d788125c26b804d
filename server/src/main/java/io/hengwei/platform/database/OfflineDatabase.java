package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The database for a tool that reads it without the program: ours, started for the time being while nobody uses the
/// data folder, or yours, wherever it runs.
public final class OfflineDatabase implements AutoCloseable {
    private static final String DATABASE = "hengwei";

    private final DatabaseAccess access;
    private final @Nullable LocalPostgres local;

    private OfflineDatabase(DatabaseAccess access, @Nullable LocalPostgres local) {
        this.access = access;
        this.local = local;
    }

    public static OfflineDatabase open(Map<String, String> environment) throws IOException {
        var url = environment.getOrDefault("HENGWEI_DATABASE_URL", "");
        if (url.isBlank()) return embedded(Path.of(folder(environment)));
        var login = new DatabaseAccess.Login(
                environment.getOrDefault("HENGWEI_DATABASE_USER", ""),
                environment.getOrDefault("HENGWEI_DATABASE_PASSWORD", ""));
        return new OfflineDatabase(new DatabaseAccess(url, login, login), null);
    }

    private static String folder(Map<String, String> environment) {
        return environment.getOrDefault("HENGWEI_DATA", environment.getOrDefault("DATA", "./data"));
    }

    private static OfflineDatabase embedded(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("pgdata"))) throw new IOException(folder + " holds no database");
        var postgres = LocalPostgres.start(folder, Map.of());
        return new OfflineDatabase(postgres.administration(DATABASE), postgres);
    }

    /// A transaction that cannot write, and to which row-level security shows everything.
    public Connection connect() throws SQLException {
        var connection = access.connect(access.runner());
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction read only");
            statement.execute(
                    "select set_config('hengwei.all', 'on', true), set_config('hengwei.records', 'on', true)");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (local != null) local.close();
    }
}
