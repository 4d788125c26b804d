package io.hengwei.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key under which all envelopes lie: a Tink key set in a file outside the database, readable by its owner alone,
/// made at the first start. Nodes that share a database share this file (`HENGWEI_MASTER_KEY_FILE`).
@Component
class MasterKey {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);

    private final KeysetHandle keys;

    MasterKey(@Value("${hengwei.master-key-file:${hengwei.data}/secrets/master-key.json}") Path file) {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) make(file);
            keys = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be read: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This is no master key: " + file, e);
        }
    }

    Aead aead() throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /// Written beside and moved into place, so that nobody ever reads half a key; of two that start at once one wins.
    private static void make(Path file) throws IOException, GeneralSecurityException {
        var fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "master-key",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
        try {
            Files.createLink(file, draft);
            LOG.info("A master key was made: {}. Keep a copy apart from every backup of the database.", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another node made the master key", e);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }
}
