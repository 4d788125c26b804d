package io.hengwei.platform.shared;

import org.jspecify.annotations.Nullable;

/// What a person typed, as a pattern of `like`: it means just that, without wildcards.
public final class Like {
    private Like() {}

    /// Anywhere in the text; null, and so no condition, where nothing was typed.
    public static @Nullable String containing(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : "%" + beginning(typed);
    }

    public static String beginning(String typed) {
        return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
