package io.hengwei.platform.audit.review;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commands that waited for consent.
@Component
class LogReviewPerformer implements Performer<LogReviewCommand> {
    private final LogReviewManagement management;

    LogReviewPerformer(LogReviewManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends LogReviewCommand>> operations() {
        return Performer.commandsOf(LogReviewCommand.class);
    }

    @Override
    public String kind() {
        return "LOG_REVIEW";
    }

    @Override
    public @Nullable UUID perform(Task<LogReviewCommand> task) {
        return Performer.done(
                () -> management.perform(new RecordId(task.thing()), task.seenVersion(), task.operation()));
    }
}
