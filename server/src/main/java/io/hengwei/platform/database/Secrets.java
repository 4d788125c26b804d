package io.hengwei.platform.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Random passwords of the database's roles, each in a file that only the owner of the data folder can read.
record Secrets(Path folder) {

    String of(String role) throws IOException {
        return Files.readString(file(role)).strip();
    }

    Path file(String role) throws IOException {
        var directory = folder.resolve("secrets");
        var file = directory.resolve(role);
        if (!Files.exists(file)) {
            create(directory, file);
        }
        return file;
    }

    private static void create(Path directory, Path file) throws IOException {
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // made for another role
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var draft = directory.resolve("." + file.getFileName());
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(draft, file);
    }
}
