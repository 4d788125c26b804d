package io.hengwei.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key under which all envelopes lie: a Tink key set in a file outside the database. Nodes that share a database
/// share this file (`HENGWEI_MASTER_KEY_FILE`) and follow it: a key added by `rotate-master-key` holds at once.
@Component
class MasterKey {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);

    /// @param primary the id of the key that seals
    private record Loaded(Aead aead, int primary, FileTime changedAt) {}

    private final KeyFile file;
    private volatile @Nullable Loaded loaded;

    MasterKey(@Value("${hengwei.master-key-file:${hengwei.data}/secrets/master-key.json}") Path file) {
        this.file = new KeyFile(file);
    }

    boolean exists() {
        return file.exists();
    }

    Path path() {
        return file.path();
    }

    void makeIfMissing() {
        try {
            if (!file.exists() && file.create())
                LOG.info(
                        "A master key was made: {}. Keep a copy apart from every backup of the database.", file.path());
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be written: " + file.path(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead aead() {
        return current().aead();
    }

    int primary() {
        return current().primary();
    }

    private Loaded current() {
        var known = loaded;
        var changedAt = file.changedAt();
        if (known == null || !known.changedAt().equals(changedAt)) loaded = known = load(changedAt);
        return known;
    }

    private Loaded load(FileTime changedAt) {
        try {
            var keys = file.read();
            return new Loaded(
                    keys.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    keys.getPrimary().getId(),
                    changedAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
