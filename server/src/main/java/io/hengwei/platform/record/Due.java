package io.hengwei.platform.record;

import io.hengwei.platform.setting.Settings;
import java.time.Instant;

/// Which records a list shows by their time limit: those past it, or those that soon will be as well.
public enum Due {
    OVERDUE,
    SOON;

    /// Whatever is due before this instant is meant.
    public Instant until(Instant now, Settings settings) {
        return this == OVERDUE ? now : now.plus(settings.value(RecordSettings.DUE_SOON));
    }
}
