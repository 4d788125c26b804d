package io.hengwei.platform.database;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives module events whose listener failed, or whose node died, to their listeners once more; listeners are
/// idempotent.
@Component
@EnableScheduling
class OutstandingEvents {
    private static final Duration AGE = Duration.ofMinutes(2);

    private final ObjectProvider<IncompleteEventPublications> events;

    OutstandingEvents(ObjectProvider<IncompleteEventPublications> events) {
        this.events = events;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1M")
    void tellAgain() {
        events.ifAvailable(outstanding -> outstanding.resubmitIncompletePublicationsOlderThan(AGE));
    }
}
