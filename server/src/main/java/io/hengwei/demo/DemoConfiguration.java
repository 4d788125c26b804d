package io.hengwei.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.TaskDecorator;

@Demo
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {
    @Bean
    @Primary
    SeedClock seedClock(@Qualifier("clock") Clock present) {
        return new SeedClock(present);
    }

    /// What follows from an act of the past on another thread belongs to that past too.
    @Bean
    TaskDecorator intoTheSamePast() {
        return SeedClock::carrying;
    }
}
