/// Every figure of the rules: typed, named, scoped (global → unit → system → service), with default, unit of measure,
/// source clause and history; a value may take effect in the future. No figure lives in code.
/// Owns `setting.setting_value`, append-only. Modules declare theirs as constants of a `DeclaresSettings` bean and read
/// them through `Settings`; who owns units and systems says what their parents are (`ScopeParents`).
@NullMarked
@ApplicationModule(
        id = "setting",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared"})
package io.hengwei.platform.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
