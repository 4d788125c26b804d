package io.hengwei.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database while the program runs: ours, which stops with the program, or yours, which does not.
record RunningDatabase(DatabaseAccess access, @Nullable LocalPostgres local) implements AutoCloseable {

    static RunningDatabase open(DatabaseProperties properties) throws IOException, SQLException {
        if (properties.embedded()) {
            return openEmbedded(properties);
        }
        var access = properties.external();
        Migrations.run(access);
        return new RunningDatabase(access, null);
    }

    private static RunningDatabase openEmbedded(DatabaseProperties properties) throws IOException, SQLException {
        var postgres = LocalPostgres.start(properties.data(), properties.postgres());
        try {
            var access = EmbeddedDatabase.in(postgres);
            Migrations.run(access);
            return new RunningDatabase(access, postgres);
        } catch (SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (local != null) {
            local.close();
        }
    }
}
