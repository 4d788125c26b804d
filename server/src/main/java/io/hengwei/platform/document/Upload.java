package io.hengwei.platform.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// A file that comes as the body of a request. Not a byte of it is read before `receive`, so whoever takes it asks
/// first whether it may come at all and how large it may be.
///
/// @param name what the sender's machine calls it, made harmless
/// @param announced how many bytes the request promises; -1 where it does not say
public record Upload(String name, InputStream bytes, long announced) {
    public Upload {
        name = FileName.harmless(name);
    }

    public static Upload of(String name, HttpServletRequest request) throws IOException {
        return new Upload(name, request.getInputStream(), request.getContentLengthLong());
    }

    /// A file received whole and on the disk, but not yet part of anything: gone when closed, unless it was moved.
    public record Received(Path file, long size, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /// Takes the file into the folder under a name of its own. Too large: 413, at once where that was announced, else
    /// at the first byte too many; nothing stays behind.
    public Received receive(Path folder, int megabytes) throws IOException {
        var limit = (long) megabytes << 20;
        if (announced > limit) throw new FileTooLarge(limit);
        var file = folder.resolve(UUID.randomUUID().toString());
        var taken = false;
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var received = copy(out, file, limit);
            out.force(true);
            taken = true;
            return received;
        } finally {
            if (!taken) Files.deleteIfExists(file);
        }
    }

    private Received copy(FileChannel out, Path file, long limit) throws IOException {
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
