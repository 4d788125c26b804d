package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.process.sla.Legs.Handover;
import io.hengwei.process.sla.Legs.Leg;
import io.hengwei.process.sla.Legs.LineTime;
import io.hengwei.process.sla.Legs.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who had a record how long, and how often it was passed on.
class LegsTest {
    private static final Instant START = Instant.parse("2026-11-27T01:00:00Z");
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();
    private static final Map<UUID, Team> TEAMS =
            Map.of(SECOND, new Team(SECOND, "系统组", 2, "信息部"), THIRD, new Team(THIRD, "专家组", 3, "信息部"));
    private static final long MINUTE = 60_000_000;
    private static final ClockFold FOLD =
            new ClockFold((id, version) -> new WorkCalendar(CalendarDefinition.always(ZoneId.of("Asia/Shanghai"))));

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static Legs legs(int end, Handover... handovers) {
        var target = new Target(
                "PT4H",
                Duration.ofHours(4),
                Duration.ofHours(3),
                "ALWAYS",
                1,
                FaultLevel.LEVEL_II,
                SystemClass.A,
                true,
                null,
                List.of());
        var events = List.of(
                ClockEvent.of(ClockEvent.Kind.START, START, target),
                ClockEvent.pause(after(30), "VENDOR", null),
                ClockEvent.of(ClockEvent.Kind.RESUME, after(50), target));
        var strip = ClockExplanation.strip(events, FOLD, Map.of(), after(end));
        return Legs.of(strip, START, after(end), List.of(handovers), TEAMS, Map.of(1, 24 * MINUTE, 2, 216 * MINUTE));
    }

    @Test
    void withoutAGroupTheFirstLineHasIt() {
        assertThat(legs(20).legs()).containsExactly(new Leg(START, after(20), null, null, 1, 20 * MINUTE));
        assertThat(legs(20).passes()).isZero();
    }

    @Test
    void eachLegHasTheTimeThatWasCountedInItAndNoMore() {
        var passed = legs(
                100,
                new Handover(after(10), SECOND),
                new Handover(after(60), THIRD),
                new Handover(after(70), SECOND),
                new Handover(after(80), SECOND));
        assertThat(passed.legs())
                .extracting(Leg::line, Leg::micros)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 10 * MINUTE),
                        org.assertj.core.groups.Tuple.tuple(2, 30 * MINUTE),
                        org.assertj.core.groups.Tuple.tuple(3, 10 * MINUTE),
                        org.assertj.core.groups.Tuple.tuple(2, 10 * MINUTE),
                        org.assertj.core.groups.Tuple.tuple(2, 20 * MINUTE));
        assertThat(passed.passes()).as("there and back").isEqualTo(2);
        assertThat(passed.lines())
                .containsExactly(
                        new LineTime(1, 10 * MINUTE, 24 * MINUTE),
                        new LineTime(2, 60 * MINUTE, 216 * MINUTE),
                        new LineTime(3, 10 * MINUTE, null));
    }

    @Test
    void whatHappenedAfterTheEndIsNoLeg() {
        assertThat(legs(20, new Handover(after(15), SECOND), new Handover(after(40), THIRD))
                        .legs())
                .extracting(Leg::micros)
                .containsExactly(15 * MINUTE, 5 * MINUTE);
    }
}
