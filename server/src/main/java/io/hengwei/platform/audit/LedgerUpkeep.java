package io.hengwei.platform.audit;

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

    private final Refusals refusals;
    private final Blocks blocks;
    private final Anchors anchors;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    LedgerUpkeep(Refusals refusals, Blocks blocks, Anchors anchors, Clock clock) {
        this.refusals = refusals;
        this.blocks = blocks;
        this.anchors = anchors;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isBefore(next)) return false;
        refusals.journal();
        if (blocks.close()) return true;
        anchors.make();
        next = now.plus(REST);
        return false;
    }
}
