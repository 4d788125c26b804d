package io.hengwei.platform.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A backup as a file: a compressed tar whose last entry lists the SHA-256 of every file before it.
final class Archive {
    private static final String MANIFEST = "MANIFEST";

    private Archive() {}

    /// Writes these files and folders, named relative to the root.
    static void write(Path root, List<Path> content, OutputStream out) throws IOException {
        var sums = new LinkedHashMap<String, String>();
        try (var tar =
                new TarArchiveOutputStream(new GZIPOutputStream(new BufferedOutputStream(out, 1 << 20), 1 << 16))) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var path : content) {
                var name = root.relativize(path).toString();
                var entry = new TarArchiveEntry(path, name);
                entry.setMode(mode(path));
                tar.putArchiveEntry(entry);
                if (!entry.isDirectory()) {
                    sums.put(name, copy(Files.newInputStream(path), tar));
                }
                tar.closeArchiveEntry();
            }
            writeManifest(sums, tar);
        }
    }

    /// Reads everything against the manifest; into the target folder, or, where there is none, only to see that it is
    /// whole.
    static void read(InputStream source, OutputStreams target) throws IOException {
        var sums = new LinkedHashMap<String, String>();
        String manifest = null;
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(source, 1 << 20), 1 << 16))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                if (entry.getName().equals(MANIFEST)) {
                    manifest = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else if (entry.isFile()) {
                    try (var out = target.open(entry)) {
                        sums.put(entry.getName(), copy(tar, out));
                    }
                } else {
                    target.open(entry).close();
                }
            }
        }
        if (!text(sums).equals(manifest)) {
            throw new IOException("the archive is damaged or incomplete");
        }
    }

    /// Where the content of an entry goes.
    interface OutputStreams {
        OutputStream open(TarArchiveEntry entry) throws IOException;
    }

    static OutputStreams nowhere() {
        return ignored -> OutputStream.nullOutputStream();
    }

    static OutputStreams into(Path folder) {
        return entry -> {
            var path = folder.resolve(entry.getName()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("the archive reaches out of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, permissions(entry.getMode()));
                return OutputStream.nullOutputStream();
            }
            Files.createFile(path, PosixFilePermissions.asFileAttribute(permissions(entry.getMode())));
            return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        };
    }

    private static void writeManifest(Map<String, String> sums, TarArchiveOutputStream tar) throws IOException {
        var bytes = text(sums).getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(MANIFEST);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static String text(Map<String, String> sums) {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String copy(InputStream in, OutputStream out) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(out);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int mode(Path path) throws IOException {
        int mode = 0;
        for (var permission : Files.getPosixFilePermissions(path)) {
            mode |= 0b100_000_000 >> permission.ordinal();
        }
        return mode;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return Set.of(PosixFilePermission.values()).stream()
                .filter(permission -> (mode & (0b100_000_000 >> permission.ordinal())) != 0)
                .collect(Collectors.toSet());
    }
}
