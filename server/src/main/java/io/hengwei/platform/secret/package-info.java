/// Seals what must be stored but never read in the database: second factors, passwords of other systems.
/// Modules keep what it sealed in columns of their own and declare them (`SealedValues`); the master key lies outside
/// the database, in a file that commands of the jar look after (`KeyKeeping`).
/// Owns the schema `secret`, where one sealed value proves which master key belongs to this database. Publishes
/// `Envelopes`.
@ApplicationModule(
        id = "secret",
        allowedDependencies = {"shared", "record"})
@NullMarked
package io.hengwei.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
