package io.hengwei.platform.audit.review;

import io.hengwei.platform.audit.review.LogReviewCommand.*;
import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {
    @Bean
    RecordType<LogReview, LogReview.State, LogReviewCommand> logReviews() {
        return new RecordType<>(
                "LOG_REVIEW",
                "LRV",
                "/api/log-reviews",
                LogReview.class,
                LogReviewCommand.class,
                LogReview.LIFECYCLE,
                Set.of(),
                Set.of(),
                Set.of(),
                LogReview::details);
    }

    @Bean
    Permissions reviewPermissions() {
        return Permissions.of(LogReviewManagement.FOLLOW_UP);
    }

    @Bean
    Loop reviewLoop(ReviewSchedule schedule, Clock clock) {
        return new Loop("log-reviews", schedule, new Bell(), clock);
    }
}
