package io.hengwei.platform.archive;

import io.hengwei.platform.database.EmbeddedDatabase;
import io.hengwei.platform.database.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// Proves an archive: a private PostgreSQL of its own takes all of it, is compared with it, and is thrown away. Also
/// for whoever uses an external database: the program carries its own.
public final class Trial {
    /// What is thrown away need not survive a power cut.
    private static final Map<String, String> FRUGAL = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "shared_buffers", "64MB",
            "max_connections", "20",
            "max_wal_size", "256MB",
            "wal_level", "minimal",
            "max_wal_senders", "0");

    private static final String PREFIX = ".trial";

    private Trial() {}

    /// @param data where the programs of PostgreSQL are, or are unpacked to
    /// @param beside where there is room for the data once more
    public static Restoring.Restored of(Restoring restoring, Path data, Path beside) throws IOException {
        clearAway(Files.createDirectories(beside));
        var folder = Files.createTempDirectory(beside, PREFIX);
        try {
            LocalPostgres.borrowBinaries(data, folder);
            try (var postgres = LocalPostgres.start(folder, FRUGAL)) {
                return restoring.into(EmbeddedDatabase.in(postgres), null);
            }
        } catch (SQLException e) {
            throw Loading.failed(e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /// What a killed program left: one trial runs at a time, so any other folder is nobody's.
    private static void clearAway(Path beside) throws IOException {
        try (var left = Files.newDirectoryStream(beside, PREFIX + "*")) {
            for (var folder : left) {
                if (EmbeddedDatabase.running(folder).isPresent())
                    LocalPostgres.start(folder, FRUGAL).close();
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }
}
