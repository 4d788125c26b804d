/// Seals what must be stored but never read in the database: second factors, passwords of other systems.
/// Owns no table: modules keep what it sealed in columns of their own; the master key lies outside the database.
/// Publishes `Envelopes`.
@ApplicationModule(
        id = "secret",
        allowedDependencies = {"shared"})
@NullMarked
package io.hengwei.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
