/// The product's own backups: made every day at an hour that is a setting, kept by age, proved every week by restoring
/// one into a fresh database, each run in a log that is confirmed every month (SYS-23, SYS-31). What an archive is,
/// `archive` knows. Owns the schema `backup`; publishes nothing.
@ApplicationModule(
        id = "backup",
        displayName = "Backup",
        allowedDependencies = {"archive", "database", "document", "record", "setting", "shared"})
@NullMarked
package io.hengwei.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
