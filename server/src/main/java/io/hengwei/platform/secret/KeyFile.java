package io.hengwei.platform.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/// The file of the master key: a Tink key set, readable by its owner alone. Written beside and moved into place, so
/// that nobody ever reads half a key.
record KeyFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }

    FileTime changedAt() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be read: " + path, e);
        }
    }

    KeysetHandle read() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(path), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be read: " + path, e);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyUnusable(
                    "This is no master key: " + path, "Put back the file from its copy, or import-master-key.", e);
        }
    }

    /// Of several nodes that start at once one makes it; answers whether it was this one.
    boolean create() throws IOException, GeneralSecurityException {
        AeadConfig.register();
        return create(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    boolean create(KeysetHandle keys) throws IOException, GeneralSecurityException {
        var draft = draft(keys);
        try {
            Files.createLink(path, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Adds a key under which everything is sealed from now on; what the old ones sealed still opens.
    KeysetHandle rotate() throws IOException, GeneralSecurityException {
        var rotated = KeysetHandle.newBuilder(read())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        Files.move(draft(rotated), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return rotated;
    }

    private Path draft(KeysetHandle keys) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "master-key", ".draft", ownerOnly);
        Files.writeString(draft, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        return draft;
    }
}
