/// Who there is and who may do what: units, people, maintenance groups, roles granted over subtrees of units, sessions
/// and tokens. Owns the schema `identity`; publishes `unit_card`, `person_card` and `group_card`. Binds the `Scope` of
/// every request. Other modules read through `Directory` and change through `IdentityAdministration`; `signin` is the
/// door, `organisation` the pages.
@ApplicationModule(
        id = "identity",
        allowedDependencies = {"edge", "shared", "record", "setting", "secret"})
@NullMarked
package io.hengwei.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
