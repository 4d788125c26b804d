/// The database under everything: starts our own PostgreSQL in the data folder or connects to yours, lets the owner
/// role migrate every module's schema, and gives the program a pool of connections of an ordinary role that row-level
/// security binds. Owns the schema `database` with the registry of module events; publishes no event.
@ApplicationModule(
        id = "database",
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package io.hengwei.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
