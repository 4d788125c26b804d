package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// Backup and restore of a data folder while nobody uses it: database, secrets and documents together, verified both
/// ways.
record OfflineBackup(Path folder) {
    private static final String RESTORING = ".restoring";

    /// Stops the server properly first, should a killed program have left one; answers the number of pages found
    /// intact.
    long backup(Path file) throws IOException {
        if (!Files.exists(folder.resolve("pgdata"))) {
            throw new IOException(folder + " holds no database");
        }
        LocalPostgres.start(folder, Map.of()).close();
        try (var ignored = LocalPostgres.lock(folder.toRealPath())) {
            long pages = PageChecksums.verify(folder.resolve("pgdata"));
            var draft = draftBeside(file);
            try (var out = Files.newOutputStream(draft)) {
                Archive.write(folder, files(), out);
            }
            try (var in = Files.newInputStream(draft)) {
                Archive.read(in, Archive.nowhere());
            }
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return pages;
        }
    }

    /// Puts the archive's content in place of the folder's, once all of it has proved whole; answers where the old
    /// content is.
    Path restore(Path file) throws IOException {
        Files.createDirectories(folder);
        var restoring = folder.resolve(RESTORING);
        try (var ignored = LocalPostgres.lock(folder.toRealPath());
                var in = Files.newInputStream(file)) {
            refuseLiveServer();
            FileSystemUtils.deleteRecursively(restoring);
            Archive.read(in, Archive.into(Files.createDirectory(restoring)));
            PageChecksums.verify(restoring.resolve("pgdata"));
            return swap(restoring);
        } finally {
            FileSystemUtils.deleteRecursively(restoring);
        }
    }

    private Path swap(Path restored) throws IOException {
        var replaced = folder.resolve("replaced");
        for (int i = 2; Files.exists(replaced); i++) {
            replaced = folder.resolve("replaced-" + i);
        }
        Files.createDirectory(replaced);
        var done = new ArrayList<Path[]>();
        try {
            for (var old : content(folder)) {
                move(old, replaced.resolve(old.getFileName()), done);
            }
            for (var fresh : content(restored)) {
                move(fresh, folder.resolve(fresh.getFileName()), done);
            }
        } catch (IOException e) {
            for (var step : done.reversed()) {
                Files.move(step[1], step[0]);
            }
            throw e;
        }
        return replaced;
    }

    private static void move(Path from, Path to, List<Path[]> done) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        done.add(new Path[] {from, to});
    }

    private List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        for (var top : content(folder)) {
            try (var below = Files.walk(top)) {
                all.addAll(below.sorted().toList());
            }
        }
        return all;
    }

    /// What is worth keeping: not the programs, the logs, the lock, nor what earlier restores replaced.
    private static List<Path> content(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName()
                            .toString()
                            .matches("postgresql-.*|log|hengwei\\.lock|\\.unpacking|\\.restoring|replaced.*"))
                    .sorted()
                    .toList();
        }
    }

    private void refuseLiveServer() throws IOException {
        if (Postmaster.of(folder.toRealPath().resolve("pgdata"))
                .filter(Postmaster::alive)
                .isPresent()) {
            throw new IOException("the PostgreSQL of " + folder + " is still running: start and stop Hengwei once");
        }
    }

    private static Path draftBeside(Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.createFile(draft, ownerOnly);
    }
}
