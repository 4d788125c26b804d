package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Loop;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlaConfiguration {
    @Bean
    ClockFold clockFold(Calendars calendars) {
        return new ClockFold(calendars::byId);
    }

    /// Whoever asked may withdraw.
    @Bean
    RecordType<Appeal, Appeal.State, AppealCommand> appealType() {
        return new RecordType<>(
                "APPEAL",
                "APL",
                "/api/appeals",
                Appeal.class,
                AppealCommand.class,
                Appeal.LIFECYCLE,
                Set.of(AppealCommand.Withdraw.class),
                Set.of(),
                Set.of(),
                Appeal::details);
    }

    @Bean
    Bell escalationBell() {
        return new Bell();
    }

    @Bean
    Loop escalationLoop(EscalationWork work, Bell escalationBell, Clock clock) {
        return new Loop("escalation", work, escalationBell, clock);
    }

    /// What keeps one of these three from going on keeps none of the others.
    @Bean
    Loop clockLoop(ClockSweeper sweeper, Clock clock) {
        return new Loop("clocks", () -> sweeper.sweep() == ClockSweeper.SET, new Bell(), clock);
    }

    @Bean
    Loop pauseLoop(PauseEnder pauses, Clock clock) {
        return new Loop("pauses", () -> pauses.end() == PauseEnder.SET, new Bell(), clock);
    }

    @Bean
    Loop calendarLoop(CalendarFollower follower, Clock clock) {
        return new Loop("calendars", follower::follow, new Bell(), clock);
    }
}
