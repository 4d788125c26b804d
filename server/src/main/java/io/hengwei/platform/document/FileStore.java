package io.hengwei.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Files under their own hash: `documents/ab/cd/abcd…`. A file is whole and on the disk before any row speaks of it.
/// Several nodes share
/// the folder (one file system mounted by all of them).
@Component
class FileStore {
    /// A file received but not yet part of the store.
    record Received(Path file, long size, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    private final Path root;
    private final Path incoming;

    /// @param folder in the data folder unless several nodes share one elsewhere
    FileStore(@Value("${hengwei.documents:${hengwei.data:data}/documents}") Path folder) throws IOException {
        root = folder.toAbsolutePath();
        incoming = Files.createDirectories(root.resolve("incoming"));
    }

    /// Takes at most `limit` bytes; one more and nothing stays behind.
    Received receive(InputStream bytes, long limit) throws IOException {
        var file = incoming.resolve(UUID.randomUUID().toString());
        var taken = false;
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var received = copy(bytes, out, file, limit);
            out.force(true);
            taken = true;
            return received;
        } finally {
            if (!taken) Files.deleteIfExists(file);
        }
    }

    private static Received copy(InputStream bytes, FileChannel out, Path file, long limit) throws IOException {
        var digest = sha256();
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            size += count;
            if (size > limit) throw new FileTooLarge(limit);
            digest.update(buffer, 0, count);
            for (var rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) out.write(rest);
        }
        return new Received(file, size, HexFormat.of().formatHex(digest.digest()));
    }

    /// Makes the file part of the store; whoever calls holds the hash's lock until the row that speaks of it is
    /// committed.
    void keep(Received received) {
        var target = path(received.sha256());
        try {
            if (Files.exists(target)) return;
            Files.createDirectories(target.getParent());
            Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
            for (var folder = target.getParent();
                    folder != null && folder.startsWith(root);
                    folder = folder.getParent()) force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    Path root() {
        return root;
    }

    /// A rename is only safe when its folder is on the disk too.
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
