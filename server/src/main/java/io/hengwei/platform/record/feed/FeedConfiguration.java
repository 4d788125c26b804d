package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    Loop feedLoop(JournalFeed feed, Bell feedBell, Clock clock) {
        return new Loop("journal", feed, feedBell, clock);
    }
}
