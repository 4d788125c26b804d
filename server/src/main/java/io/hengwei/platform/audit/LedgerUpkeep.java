package io.hengwei.platform.audit;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What the ledger does by itself: refusals of past minutes become lines, what waits long enough is sealed, a new day
/// gets its anchor.
@Component
class LedgerUpkeep implements Loop.Work {
    private static final Duration REST = Duration.ofSeconds(5);

    private final RefusalLines refusals;
    private final Blocks blocks;
    private final Anchors anchors;
    private final Settings settings;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    LedgerUpkeep(RefusalLines refusals, Blocks blocks, Anchors anchors, Settings settings, Clock clock) {
        this.refusals = refusals;
        this.blocks = blocks;
        this.anchors = anchors;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isBefore(next)) return false;
        refusals.journal();
        if (blocks.close(settings.value(AuditSettings.BLOCK_INTERVAL))) return true;
        anchors.make();
        next = now.plus(REST);
        return false;
    }
}
