package io.hengwei.process.sla;

import org.jspecify.annotations.Nullable;

/// Where a target comes from.
///
/// @param setting key of the rule that set it; null where an agreement did
/// @param row of the promise in the agreement, counted from 1
record Source(
        @Nullable String setting,
        @Nullable String agreement,
        @Nullable Integer row) {
    private static final String SETTING = "setting:";
    private static final String AGREEMENT = "agreement:";

    static Source rule(String setting) {
        return new Source(setting, null, null);
    }

    static Source promise(String agreement, int row) {
        return new Source(null, agreement, row);
    }

    /// `setting:sla.confirm`, `agreement:3:name`, as it stands in its column.
    String written() {
        return setting == null ? AGREEMENT + row + ":" + agreement : SETTING + setting;
    }

    /// @param written null where a target was laid down before it was noted why
    static @Nullable Source read(@Nullable String written) {
        if (written == null) return null;
        if (written.startsWith(SETTING)) return rule(written.substring(SETTING.length()));
        var parts = written.substring(AGREEMENT.length()).split(":", 2);
        return promise(parts[1], Integer.parseInt(parts[0]));
    }
}
