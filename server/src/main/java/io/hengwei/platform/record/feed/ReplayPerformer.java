package io.hengwei.platform.record.feed;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.feed.Replays.Replay;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A replay that waited for consent.
@Component
class ReplayPerformer implements Performer<Replay> {
    private final Replays replays;

    ReplayPerformer(Replays replays) {
        this.replays = replays;
    }

    @Override
    public List<Class<? extends Replay>> operations() {
        return List.of(Replay.class);
    }

    @Override
    public @Nullable UUID perform(Task<Replay> task) {
        return Performer.done(() -> replays.replay(task.operation()));
    }
}
