package io.hengwei.process.incident.history;

import io.hengwei.platform.document.Upload;
import io.hengwei.platform.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The files that were handed in, under their own hash in the data folder (`imports`); several nodes share it.
@Component
class ImportFiles {
    private final Path folder;

    ImportFiles(@Value("${hengwei.data:data}") Path data) {
        folder = data.resolve("imports").toAbsolutePath();
    }

    /// Takes the file, if it is not larger than that; nothing of a file that breaks off stays behind.
    Upload.Received keep(Upload upload, int megabytes) {
        try (var received = upload.receive(Files.createDirectories(folder), megabytes)) {
            Files.move(received.file(), path(received.sha256()), StandardCopyOption.ATOMIC_MOVE);
            return received;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String sha256) {
        return folder.resolve(sha256);
    }

    void requirePresent(String sha256) {
        if (!Files.isRegularFile(path(sha256))) throw new Refused("import-file-lost");
    }
}
