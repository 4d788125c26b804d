/// Files in and out: what is attached to records, and lists as files.
/// Owns the schema `document` and the folder `documents` in the data folder, where content lies under its own hash.
/// Publishes `Exports`: any list as an Excel or CSV file, in the person's language, each export in the journal.
@NullMarked
@ApplicationModule(
        id = "document",
        allowedDependencies = {"shared", "record", "setting", "identity"})
package io.hengwei.platform.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
