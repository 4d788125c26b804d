/// A copy of everything as one sealed file, made while people work, and the way back into an empty database: on this
/// machine or another, on the same version of PostgreSQL or a later one. Knows no table: it copies what the schemas
/// hold. Owns no schema; publishes `Archiving` and `Restoring`, and the jar's modes `backup FILE` and `restore FILE`.
@ApplicationModule(
        id = "archive",
        displayName = "Archive",
        allowedDependencies = {"database", "document"})
@NullMarked
package io.hengwei.platform.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
