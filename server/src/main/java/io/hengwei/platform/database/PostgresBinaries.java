package io.hengwei.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that the jar carries, unpacked once per version. A half-unpacked folder never gets the final
/// name.
record PostgresBinaries(Path home) {
    static final String VERSION = "18.6";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String UNFINISHED = ".unpacking";

    static PostgresBinaries unpackInto(Path folder) throws IOException {
        var home = folder.resolve("postgresql-" + VERSION);
        if (!Files.exists(home)) {
            requirePlatform();
            var unfinished = folder.resolve(UNFINISHED);
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            unpack(unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive reaches out of its folder: " + entry.getName());
                }
                place(entry, tar, path);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & 0b001_001_001) != 0 && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                path.toFile().setExecutable(true, false);
            }
        }
    }

    private static InputStream archive() throws IOException {
        var archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw new IOException("This build carries no PostgreSQL programs: " + ARCHIVE);
        }
        return archive;
    }

    private static void requirePlatform() {
        var platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.equals("Linux amd64")) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL is for Linux amd64, this is " + platform + ".",
                    "Set HENGWEI_DATABASE_URL to a PostgreSQL of yours.");
        }
    }
}
