package io.hengwei.platform.audit;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The figures of the ledger.
@Component
final class AuditSettings implements DeclaresSettings {
    /// How long what was written may wait for its block.
    static final Setting<Duration> BLOCK_INTERVAL =
            Setting.duration("audit.block-interval", Duration.ofMinutes(1)).asProposed();
}
