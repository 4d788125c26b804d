package io.hengwei.platform.archive;

import io.hengwei.platform.database.DatabaseUnusable;
import io.hengwei.platform.database.EmbeddedDatabase;
import io.hengwei.platform.database.LocalPostgres;
import io.hengwei.platform.document.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// Restoring with the embedded database: the archive comes up in a fresh folder beside the old data, and takes its
/// place when all of it has proved right.
record DataFolder(Path folder) {
    private static final String RESTORING = ".restoring";
    private static final List<String> EXCHANGED = List.of("pgdata", "documents");

    /// @param documents where attachments lie when not in the data folder: there the archive's are added
    /// @return where the old data is now
    Path restore(Restoring restoring, Path documents) throws IOException {
        Files.createDirectories(folder);
        if (EmbeddedDatabase.running(folder).isPresent())
            throw new Unusable(
                    "产品仍在运行，请先停止（若曾被强行结束，请先正常启停一次）",
                    "the product is still running: stop it first (start and stop it once if it was killed)");
        var fresh = folder.toRealPath().resolve(RESTORING);
        try (var ignored = LocalPostgres.lock(folder.toRealPath())) {
            FileSystemUtils.deleteRecursively(fresh);
            Files.createDirectories(fresh);
            LocalPostgres.borrowBinaries(folder, fresh);
            bringUp(restoring, fresh, inside(documents) ? fresh.resolve("documents") : documents);
            return exchange(fresh);
        } finally {
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    private boolean inside(Path documents) {
        return documents
                .toAbsolutePath()
                .normalize()
                .equals(folder.resolve("documents").toAbsolutePath().normalize());
    }

    private static void bringUp(Restoring restoring, Path fresh, Path documents) throws IOException {
        try (var postgres = LocalPostgres.start(fresh, Map.of())) {
            restoring.into(EmbeddedDatabase.in(postgres), new StoredFiles(documents));
        } catch (SQLException e) {
            throw Loading.failed(e);
        }
    }

    private Path exchange(Path fresh) throws IOException {
        var replaced = folder.resolve("replaced");
        for (int i = 2; Files.exists(replaced); i++) replaced = folder.resolve("replaced-" + i);
        Files.createDirectories(replaced.resolve("secrets"));
        Files.createDirectories(folder.resolve("secrets"));
        var done = new ArrayList<Path[]>();
        try {
            for (var name : names(fresh)) {
                var old = folder.resolve(name);
                if (Files.exists(old)) move(old, replaced.resolve(name), done);
                if (Files.exists(fresh.resolve(name))) move(fresh.resolve(name), old, done);
            }
            return replaced;
        } catch (IOException e) {
            for (var step : done.reversed()) Files.move(step[1], step[0]);
            throw e;
        }
    }

    /// The passwords of the database's roles go with the database; the master key and the key of backups stay.
    private static List<String> names(Path fresh) throws IOException {
        var names = new ArrayList<>(EXCHANGED);
        try (var secrets = Files.list(fresh.resolve("secrets"))) {
            secrets.forEach(secret -> names.add("secrets/" + secret.getFileName()));
        }
        return names;
    }

    private static void move(Path from, Path to, List<Path[]> done) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        done.add(new Path[] {from, to});
    }

    /// Does something with the database of this folder: where it is running, or started for as long as it takes.
    <T> T withDatabase(DatabaseWork<T> work) throws IOException, SQLException {
        if (!Files.exists(folder.resolve("pgdata")))
            throw new Unusable(folder + " 中没有数据库", "there is no database in " + folder);
        var running = EmbeddedDatabase.running(folder);
        if (running.isPresent()) return work.with(running.get());
        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            return work.with(EmbeddedDatabase.in(postgres));
        } catch (DatabaseUnusable e) {
            var meanwhile = EmbeddedDatabase.running(folder);
            if (meanwhile.isEmpty()) throw e;
            return work.with(meanwhile.get());
        }
    }

    interface DatabaseWork<T> {
        T with(io.hengwei.platform.database.DatabaseAccess access) throws IOException, SQLException;
    }
}
