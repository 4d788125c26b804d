package io.hengwei.platform.document;

import java.nio.file.Path;

/// Where a file lies by the hash of its content: `ab/cd/abcd…`.
public record StoredFiles(Path root) {
    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
