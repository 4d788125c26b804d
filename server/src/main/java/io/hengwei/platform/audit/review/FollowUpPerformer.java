package io.hengwei.platform.audit.review;

import io.hengwei.platform.audit.review.Anomalies.FollowUp;
import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An answer for what stood out that waited for consent.
@Component
class FollowUpPerformer implements Performer<FollowUp> {
    private final Anomalies anomalies;

    FollowUpPerformer(Anomalies anomalies) {
        this.anomalies = anomalies;
    }

    @Override
    public List<Class<? extends FollowUp>> operations() {
        return List.of(FollowUp.class);
    }

    @Override
    public @Nullable UUID perform(Task<FollowUp> task) {
        return Performer.done(() -> anomalies.followUp(task.thing(), task.operation()));
    }
}
