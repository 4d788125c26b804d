package io.hengwei.platform.audit.review;

import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A log review whose opening waited for consent.
@Component
class ReviewOpeningPerformer implements Performer<OpenLogReview> {
    private final LogReviewManagement management;

    ReviewOpeningPerformer(LogReviewManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends OpenLogReview>> operations() {
        return List.of(OpenLogReview.class);
    }

    @Override
    public String kind() {
        return "LOG_REVIEW";
    }

    @Override
    public @Nullable UUID perform(Task<OpenLogReview> task) {
        return management.open(task.operation()).id().value();
    }
}
