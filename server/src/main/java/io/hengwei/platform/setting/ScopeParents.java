package io.hengwei.platform.setting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The family of one kind of scope, told by the module that owns it. It is asked often: answer from memory where
/// possible.
public interface ScopeParents {
    SettingScope.Kind kind();

    /// The scope whose values hold here unless there is one of its own; `GLOBAL` at the top.
    SettingScope parent(UUID id);

    /// What people call it; null when there is no such thing.
    @Nullable
    String name(UUID id);
}
