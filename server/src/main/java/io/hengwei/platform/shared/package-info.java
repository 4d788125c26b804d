/// What every module stands on: typed ids, who is asking (`Scope`), lists (`Sql`, `Slice`), errors as problems.
/// Owns no table and knows no business word. Publishes everything it has: it is shared by all modules.
@ApplicationModule(id = "shared", type = ApplicationModule.Type.OPEN)
@NullMarked
package io.hengwei.platform.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
