package io.hengwei.platform.record;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The figures of records of every kind.
@Component
public final class RecordSettings implements DeclaresSettings {
    /// A time limit that ends within it is "about to be missed" in lists and in my work.
    public static final Setting<Duration> DUE_SOON =
            Setting.duration("record.due-soon", Duration.ofHours(4)).asProposed();
}
