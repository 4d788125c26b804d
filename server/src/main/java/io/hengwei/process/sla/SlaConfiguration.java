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

    /// Every second: what has come due is noticed, then running clocks follow their calendars.
    @Bean
    Loop clockLoop(ClockSweeper sweeper, PauseEnder pauses, CalendarFollower follower, Clock clock) {
        return new Loop("clocks", () -> watch(sweeper, pauses, follower), new Bell(), clock);
    }

    private static boolean watch(ClockSweeper sweeper, PauseEnder pauses, CalendarFollower follower) {
        if (pauses.end() == PauseEnder.SET | sweeper.sweep() == ClockSweeper.SET) return true;
        return follower.follow();
    }
}
