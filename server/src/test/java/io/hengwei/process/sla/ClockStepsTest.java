package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.process.sla.ClockEvent.Kind;
import io.hengwei.process.sla.Escalation.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What comes due on the way of a clock, and when somebody has to look at it.
class ClockStepsTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-09-28T00:00:00Z");
    private static final WorkCalendar ALWAYS = new WorkCalendar(CalendarDefinition.always(CHINA));
    private static final WorkCalendar DAYS = new WorkCalendar(CalendarDefinition.weekdays(CHINA, "09:00-18:00"));
    private static final ClockFold FOLD = new ClockFold((id, ignored) -> id.equals("ALWAYS") ? ALWAYS : DAYS);

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static ClockState clock(String calendar, Mark... marks) {
        return ClockState.started(target(calendar, 100, marks), START);
    }

    private static Target target(String calendar, int minutes, Mark... marks) {
        var length = Duration.ofMinutes(minutes);
        return new Target(
                "PT%dM".formatted(minutes),
                length,
                length.multipliedBy(80).dividedBy(100),
                calendar,
                1,
                FaultLevel.LEVEL_IV,
                SystemClass.C,
                false,
                null,
                List.of(marks));
    }

    private static Mark worked(int percent) {
        return new Mark(percent, false);
    }

    private static Mark wall(int percent) {
        return new Mark(percent, true);
    }

    private static List<String> due(ClockState clock, Instant now) {
        return FOLD.dueBefore(clock, now).stream()
                .map(event -> "%s %d"
                        .formatted(
                                event.mark() == null
                                        ? event.kind()
                                        : event.mark().percent(),
                                Duration.between(START, event.at()).toMinutes()))
                .toList();
    }

    @Test
    void everythingComesInItsOrderAndAWarningIsOfNoUseBehindTheBreach() {
        var clock = clock("ALWAYS", worked(50), worked(150), wall(100));
        assertThat(due(clock, after(50))).isEmpty();
        assertThat(due(clock, after(51))).containsExactly("50 50");
        assertThat(due(clock, after(80))).containsExactly("50 50");
        assertThat(due(clock, after(81))).containsExactly("50 50", "WARN 80");
        assertThat(due(clock, after(100))).containsExactly("50 50", "WARN 80");
        assertThat(due(clock, after(101))).containsExactlyInAnyOrder("50 50", "BREACH 100", "100 100");
        assertThat(due(clock, after(200)).getFirst()).isEqualTo("50 50");
        assertThat(due(clock, after(200)).getLast()).isEqualTo("150 150");
    }

    @Test
    void whatWasNoticedIsNotDueAgain() {
        var clock = clock("ALWAYS", worked(50), worked(120));
        assertThat(due(clock.escalated(worked(50)), after(81))).containsExactly("WARN 80");
        assertThat(due(clock.escalated(worked(50)).warned(after(80)), after(99)))
                .isEmpty();
        var breached = clock.escalated(worked(50)).breached(after(100));
        assertThat(due(breached, after(119))).isEmpty();
        assertThat(due(breached, after(130))).containsExactly("120 120");
        assertThat(FOLD.breachBefore(breached, after(130))).isEmpty();
        assertThat(FOLD.breachBefore(clock, after(100))).isEmpty();
        assertThat(FOLD.breachBefore(clock, after(101))).isPresent();
    }

    @Test
    void aClockThatStandsTakesNoStep() {
        var paused = FOLD.apply(clock("ALWAYS", worked(50)), ClockEvent.pause(after(40), null, after(90)));
        assertThat(FOLD.nextStep(paused)).isEmpty();
        assertThat(due(paused, after(500))).isEmpty();
        assertThat(FOLD.nextCheckAt(paused)).isEqualTo(after(90));
        var open = FOLD.apply(clock("ALWAYS", worked(50)), ClockEvent.pause(after(40), null, null));
        assertThat(FOLD.nextCheckAt(open)).isNull();
    }

    @Test
    void aStepByWorkingTimeWaitsForTheMorningOneByTheWallDoesNot() {
        var evening = Instant.parse("2026-09-28T09:30:00Z"); // half an hour before six
        var clock = ClockState.started(target("DAYS", 60, worked(75), wall(50)), evening);
        var steps = FOLD.dueBefore(clock, evening.plus(Duration.ofDays(2)));
        assertThat(steps.stream().filter(step -> step.mark() != null).map(ClockEvent::at))
                .containsExactly(
                        evening.plus(Duration.ofHours(16).dividedBy(2)), Instant.parse("2026-09-29T01:15:00Z"));
        assertThat(steps.getLast().at()).isEqualTo(Instant.parse("2026-09-29T01:30:00Z"));
        assertThat(steps.getLast().kind()).isEqualTo(Kind.BREACH);
    }

    @Test
    void somebodyLooksAtWhateverComesFirst() {
        var clock = clock("ALWAYS", worked(50), worked(90), worked(150));
        assertThat(FOLD.nextCheckAt(clock)).isEqualTo(after(50));
        clock = clock.escalated(worked(50));
        assertThat(FOLD.nextCheckAt(clock)).isEqualTo(after(80));
        clock = clock.warned(after(80));
        assertThat(FOLD.nextCheckAt(clock)).isEqualTo(after(90));
        clock = clock.escalated(worked(90));
        assertThat(FOLD.nextCheckAt(clock)).isEqualTo(after(100));
        clock = clock.breached(after(100));
        assertThat(FOLD.nextCheckAt(clock)).isEqualTo(after(150));
        assertThat(FOLD.nextCheckAt(clock.escalated(worked(150)))).isNull();
        assertThat(FOLD.nextStep(clock).orElseThrow().mark()).isEqualTo(worked(150));
    }

    @Test
    void whatHadBeenNoticedHoldsAsFarAsTheRestSaysTheSame() {
        var noticed = clock("ALWAYS").warned(after(80)).breached(after(100));
        var hundred = Duration.ofMinutes(100);
        assertThat(noticed.corrected(hundred, after(120)).breachedAt())
                .as("just used up")
                .isNull();
        assertThat(noticed.corrected(hundred.plusSeconds(1), after(120)).breachedAt())
                .isNotNull();
        assertThat(noticed.corrected(Duration.ofMinutes(80), after(120)).warnedAt())
                .isNotNull();
        assertThat(noticed.corrected(Duration.ofMinutes(79), after(120)).warnedAt())
                .isNull();
        assertThat(noticed.corrected(hundred, after(120)).resumedAt()).isEqualTo(after(120));
        var longer = target("ALWAYS", 120);
        assertThat(noticed.retargeted(longer, after(120), Duration.ofMinutes(120))
                        .breachedAt())
                .isNotNull();
        assertThat(noticed.retargeted(longer, after(119), Duration.ofMinutes(119))
                        .breachedAt())
                .isNull();
        assertThat(noticed.retargeted(longer, after(96), Duration.ofMinutes(96)).warnedAt())
                .isNotNull();
        assertThat(noticed.retargeted(longer, after(95), Duration.ofMinutes(95)).warnedAt())
                .isNull();
        var standing = FOLD.apply(clock("ALWAYS"), ClockEvent.pause(after(40), null, null));
        assertThat(standing.corrected(Duration.ofMinutes(30), after(50)).resumedAt())
                .isNull();
        assertThat(standing.retargeted(longer, after(50), Duration.ofMinutes(40))
                        .resumedAt())
                .isNull();
    }
}
