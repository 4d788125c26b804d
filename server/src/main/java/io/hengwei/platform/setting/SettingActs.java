package io.hengwei.platform.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a setting is changed: like every act, by whoever may, and kept in the journal. The kernel of records does it.
public interface SettingActs {
    /// @param before what was in force when somebody wanted the change: when that is another value meanwhile, it is
    ///     another change
    /// @param value null takes the scope back to what it inherits
    /// @param effectiveFrom null for at once
    /// @param seen the scope's last line on which somebody built the change; null for whichever there is
    record Change(
            String key,
            SettingScope scope,
            Object before,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            String reason,
            @Nullable Long seen) {}

    /// @param unit whose setting it is; null for one of everybody
    void perform(Change change, @Nullable SettingScope unit, Runnable work);
}
