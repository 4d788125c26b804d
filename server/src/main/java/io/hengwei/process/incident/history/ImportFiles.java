package io.hengwei.process.incident.history;

import io.hengwei.platform.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The files that were handed in, under their own hash in the data folder (`imports`); several nodes share it.
@Component
class ImportFiles {
    record Kept(String sha256, long size) {}

    private final Path folder;

    ImportFiles(@Value("${hengwei.data:data}") Path data) {
        folder = data.resolve("imports").toAbsolutePath();
    }

    Kept keep(InputStream bytes) {
        try {
            var incoming = Files.createDirectories(folder).resolve("." + UUID.randomUUID());
            try (var digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
                var size = Files.copy(digested, incoming);
                var kept = new Kept(
                        HexFormat.of().formatHex(digested.getMessageDigest().digest()), size);
                Files.move(incoming, path(kept.sha256()), StandardCopyOption.ATOMIC_MOVE);
                return kept;
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Path path(String sha256) {
        return folder.resolve(sha256);
    }

    void requirePresent(String sha256) {
        if (!Files.isRegularFile(path(sha256))) throw new Refused("import-file-lost");
    }
}
