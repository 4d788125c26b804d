package io.hengwei.platform.backup;

import io.hengwei.platform.archive.MasterKeys;
import io.hengwei.platform.archive.Passphrase;
import io.hengwei.platform.document.StoredFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where backups go and with what they are sealed, as the machine's operator says: not a setting, because whoever may
/// change settings must not be able to send a copy of everything elsewhere.
@Component
record BackupProperties(
        @Value("${hengwei.data:data}") Path data,

        @Value("${hengwei.backup.folder:${hengwei.data:data}/backups}")
        Path folder,

        @Value("${hengwei.backup.scheduled:true}") boolean scheduled,
        @Value("${hengwei.backup.passphrase:}") String words,

        @Value("${hengwei.backup.key-file:${hengwei.data:data}/secrets/backup-key}")
        Path keyFile,

        @Value("${hengwei.documents:${hengwei.data:data}/documents}")
        Path documents,

        @Value("${hengwei.master-key-file:${hengwei.data:data}/secrets/master-key.json}")
        Path masterKey) {
    private static final Logger LOG = LoggerFactory.getLogger(BackupProperties.class);

    /// Whoever loses the disk of the data folder loses such backups with it.
    boolean besideTheData() {
        return folder.toAbsolutePath()
                .normalize()
                .startsWith(data.toAbsolutePath().normalize());
    }

    StoredFiles files() {
        return new StoredFiles(documents.toAbsolutePath());
    }

    MasterKeys masterKeys() {
        return new MasterKeys(masterKey);
    }

    Passphrase passphrase() throws IOException {
        return Passphrase.ensured(
                words,
                keyFile,
                () -> LOG.warn("A backup key was made: {}. Keep a copy apart: no backup opens without it.", keyFile));
    }

    @Override
    public String toString() {
        return "BackupProperties[" + folder + "]";
    }
}
