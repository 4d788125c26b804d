package io.hengwei.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Files under their own hash: `documents/ab/cd/abcd…`. A file is whole and on the disk before any row speaks of it.
/// Several nodes share the folder (one file system mounted by all of them).
@Component
class FileStore {
    private final Path root;
    private final Path incoming;

    /// @param folder in the data folder unless several nodes share one elsewhere
    FileStore(@Value("${hengwei.documents:${hengwei.data:data}/documents}") Path folder) throws IOException {
        root = folder.toAbsolutePath();
        incoming = Files.createDirectories(root.resolve("incoming"));
    }

    Upload.Received receive(Upload upload, int megabytes) throws IOException {
        return upload.receive(incoming, megabytes);
    }

    /// Makes the file part of the store; whoever calls holds the hash's lock until the row that speaks of it is
    /// committed.
    void keep(Upload.Received received) {
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
        return new StoredFiles(root).path(sha256);
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
}
