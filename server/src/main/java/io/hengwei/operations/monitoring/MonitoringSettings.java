package io.hengwei.operations.monitoring;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
final class MonitoringSettings implements DeclaresSettings {
    /// A delivery may be as large as this; of a larger one the beginning is kept and the sender is told.
    static final Setting<Integer> LARGEST_DELIVERY =
            Setting.integer("monitoring.largest-delivery", 8 << 20).unit("B").asProposed();

    /// How often a repeated alert may add a line to its incident; it is counted every time.
    static final Setting<Duration> NOTE_INTERVAL = Setting.duration("monitoring.note-interval", Duration.ofMinutes(10))
            .clause("001-1 §4.4.3")
            .asProposed();

    /// How far back words are sought among alerts: no index knows them.
    static final Setting<Duration> SEARCHED_BACK =
            Setting.duration("monitoring.searched-back", Duration.ofDays(30)).asProposed();
}
