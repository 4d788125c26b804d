package io.hengwei.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// `demo-accounts.json` in the data folder, readable by its owner alone.
@Demo
@Component
class AccountFile {
    /// @param password null for an account that only systems use
    record Account(
            String username, @Nullable String password, String name, List<String> roles, String unit, String apiToken) {
        @Override
        public String toString() {
            return username;
        }
    }

    record Accounts(String url, List<Account> accounts) {}

    private final Path file;
    private final JsonMapper json;

    AccountFile(@Value("${hengwei.data}") Path data, JsonMapper json) {
        this.file = data.resolve("demo-accounts.json");
        this.json = json;
    }

    Path path() {
        return file.toAbsolutePath().normalize();
    }

    Optional<Accounts> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(json.readValue(Files.readString(file), Accounts.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Accounts accounts) {
        try {
            Files.createDirectories(path().getParent());
            var draft = file.resolveSibling("demo-accounts.json.new");
            Files.deleteIfExists(draft);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(draft, json.writerWithDefaultPrettyPrinter().writeValueAsString(accounts) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
