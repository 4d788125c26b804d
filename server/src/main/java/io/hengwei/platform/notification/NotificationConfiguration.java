package io.hengwei.platform.notification;

import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    /// Beat after beat; each waits for news itself.
    @Bean
    Loop liveLoop(LiveWire wire, LiveHub hub, Clock clock) {
        return new Loop("live-wire", () -> beat(wire, hub), new Bell(), clock);
    }

    private static boolean beat(LiveWire wire, LiveHub hub) {
        wire.beat(hub::deliver);
        return true;
    }
}
