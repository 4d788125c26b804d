/// The vault (保密口令): confidential passwords of what we look after. Each has a custodian, is filed with the director, is
/// renewed by schedule, and is read only with a reason that stays in its log. A password lies sealed, each version for
/// itself; it is never in an operation, the journal, a list or a log. Owns the schema `vault`, whose rows only this
/// module's own words open (`VaultSight`). Publishes `VaultManagement` and `Reveals`.
@NullMarked
@ApplicationModule(
        id = "vault",
        allowedDependencies = {"shared", "record", "setting", "identity", "secret", "cmdb", "approval"})
package io.hengwei.resource.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
