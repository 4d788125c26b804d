package io.hengwei.platform.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The numbers of the keys in the master key file. The keys themselves are in no archive: whoever finds an archive and
/// guesses its passphrase still opens none of the sealed values in it.
public record MasterKeys(Path file) {
    List<Long> numbers() throws IOException {
        if (!Files.exists(file)) return List.of();
        var numbers = new ArrayList<Long>();
        Archive.JSON
                .readTree(Files.readAllBytes(file))
                .path("key")
                .forEach(key -> numbers.add(key.path("keyId").asLong()));
        return numbers;
    }

    /// Whether what was sealed under those keys can be opened with the file that is here.
    boolean holds(List<Long> wanted) throws IOException {
        return numbers().containsAll(wanted);
    }
}
