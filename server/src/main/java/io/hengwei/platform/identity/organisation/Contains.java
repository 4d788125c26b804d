package io.hengwei.platform.identity.organisation;

import org.jspecify.annotations.Nullable;

/// What a person typed, as a pattern that finds it anywhere.
final class Contains {
    private Contains() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
