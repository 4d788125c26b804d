package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.record.RecordClocks.Outcome;
import io.hengwei.platform.record.RecordClocks.State;
import io.hengwei.process.sla.ClockEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The fold against somebody who looks at the clock on the wall every minute, over courses drawn from a seed that every
/// failure names.
class ClockFoldTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-09-28T00:00:00Z");
    private static final int SEEDS = 400;
    private static final Map<String, WorkCalendar> CALENDARS = Map.of(
            "STANDARD/1", new WorkCalendar(CalendarDefinition.weekdays(CHINA, "09:00-18:00")),
            "STANDARD/2", new WorkCalendar(CalendarDefinition.weekdays(CHINA, "08:30-12:00", "13:30-17:30")),
            "ALWAYS/1", new WorkCalendar(CalendarDefinition.always(CHINA)),
            "ALWAYS/2", new WorkCalendar(CalendarDefinition.always(CHINA)));
    private static final ClockFold FOLD = new ClockFold((id, version) -> CALENDARS.get(id + "/" + version));

    private static List<Escalation.Mark> marks(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Escalation.Mark(1 + random.nextInt(200), random.nextBoolean()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Target target(Random random) {
        var length = Duration.ofMinutes(1 + random.nextInt(3_000));
        return new Target(
                "PT1H",
                length,
                length.multipliedBy(80).dividedBy(100),
                random.nextBoolean() ? "STANDARD" : "ALWAYS",
                1 + random.nextInt(2),
                FaultLevel.LEVEL_IV,
                SystemClass.C,
                true,
                null,
                marks(random));
    }

    /// A course that could have happened: what a clock cannot do in its state is not drawn, and breaches are noticed
    /// when they are due.
    private static List<ClockEvent> course(Random random) {
        var at = START.plusSeconds(60L * random.nextInt(10_000));
        var events = new ArrayList<>(List.of(ClockEvent.of(Kind.START, at, target(random))));
        for (int i = random.nextInt(9); i > 0; i--) {
            at = at.plusSeconds(60L * random.nextInt(2_500));
            var state = FOLD.fold(events);
            FOLD.breachBefore(state, at).ifPresent(events::add);
            if (random.nextInt(6) == 0) correction(random, events, at).ifPresent(events::add);
            events.add(next(random, FOLD.fold(events), at));
        }
        return events;
    }

    /// An appeal against some stretch of the past is upheld, if anything was counted there.
    private static Optional<ClockEvent> correction(Random random, List<ClockEvent> events, Instant at) {
        var begin = events.getFirst().at();
        long minutes = Duration.between(begin, at).toMinutes();
        if (minutes < 2) return Optional.empty();
        var from = begin.plusSeconds(60L * random.nextLong(minutes));
        var to = from.plusSeconds(60L * (1 + random.nextLong(600)));
        var counted = ClockExplanation.strip(events, FOLD, Map.of(), at).countedMicros(from, to);
        if (counted == 0) return Optional.empty();
        var amount = Duration.of(counted, ChronoUnit.MICROS);
        return Optional.of(ClockEvent.correction(at, new ClockEvent.Correction(from, to, amount)));
    }

    private static ClockEvent next(Random random, ClockState state, Instant at) {
        var possible = new ArrayList<Kind>();
        if (state.isRunning()) possible.addAll(List.of(Kind.PAUSE, Kind.PAUSE, Kind.RETARGET, Kind.RESTART, Kind.STOP));
        if (state.state() == State.PAUSED)
            possible.addAll(List.of(Kind.RESUME, Kind.RESUME, Kind.RETARGET, Kind.RESTART, Kind.STOP));
        if (state.isOver()) possible.add(Kind.RESUME);
        var kind = possible.get(random.nextInt(possible.size()));
        return switch (kind) {
            case RETARGET, RESTART -> ClockEvent.of(kind, at, target(random));
            case RESUME -> ClockEvent.of(kind, at, state.target());
            default -> ClockEvent.of(kind, at);
        };
    }

    private interface Property {
        void holds(List<ClockEvent> events, ClockState clock, Instant end, String name);
    }

    private static void forAll(Property property) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var events = course(random);
            var end = events.getLast().at().plusSeconds(60L * random.nextInt(3_000));
            property.holds(events, FOLD.fold(events), end, "seed " + seed);
        }
    }

    /// Minutes on the wall at which the clock ran and its calendar worked.
    private static long wallMinutes(List<ClockEvent> events, Instant end) {
        var counted = new TreeSet<Instant>();
        var runs = false;
        WorkCalendar calendar = null;
        int next = 0;
        for (var at = events.getFirst().at(); at.isBefore(end); at = at.plusSeconds(60)) {
            for (; next < events.size() && !events.get(next).at().isAfter(at); next++) {
                var event = events.get(next);
                var kind = event.kind();
                if (kind == Kind.START || kind == Kind.RESUME) runs = true;
                if (kind == Kind.PAUSE || kind == Kind.STOP) runs = false;
                if (kind == Kind.RESTART) counted.clear();
                if (event.correction() != null)
                    counted.subSet(event.correction().from(), event.correction().to())
                            .clear();
                if (event.target() != null)
                    calendar = CALENDARS.get(
                            event.target().calendar() + "/" + event.target().calendarVersion());
            }
            if (runs && calendar.isWorking(at)) counted.add(at);
        }
        return counted.size();
    }

    @Test
    void whatIsCountedAreTheWorkingMinutesOnTheWallWhileItRan() {
        forAll((events, clock, end, name) ->
                assertThat(FOLD.counted(clock, end).toMinutes()).as(name).isEqualTo(wallMinutes(events, end)));
    }

    @Test
    void theExplanationCoversEveryMomentAndItsCountedOnesAreThoseCounted() {
        forAll((events, clock, end, name) -> {
            var explanation = ClockExplanation.of(events, FOLD, Map.of(), calendar -> calendar, end);
            var last = clock.isOver() ? clock.stoppedAt() : end;
            var cursor = events.getFirst().at();
            for (var segment : explanation.segments()) {
                assertThat(segment.from()).as(name).isEqualTo(cursor);
                assertThat(segment.micros())
                        .as(name)
                        .isEqualTo(ClockRows.micros(Duration.between(segment.from(), segment.to())));
                cursor = segment.to();
            }
            assertThat(cursor).as(name).isEqualTo(last);
            assertThat(explanation.countedMicros()).as(name).isEqualTo(ClockRows.micros(FOLD.counted(clock, end)));
        });
    }

    @Test
    void itIsDueWhenTheWallHasShownTheWholeLimitAndNotAMinuteEarlier() {
        forAll((events, clock, moments, name) -> {
            var due = FOLD.dueAt(clock);
            assertThat(due == null).as(name).isEqualTo(!clock.isRunning());
            if (due == null || clock.breachedAt() != null || due.equals(clock.resumedAt())) return;
            long limit = clock.target().length().toMinutes();
            assertThat(wallMinutes(events, due)).as(name).isEqualTo(limit);
            assertThat(wallMinutes(events, due.minusSeconds(60))).as(name).isEqualTo(limit - 1);
        });
    }

    @Test
    void aClockThatStopsHasMetItsTargetUnlessItWasDueBefore() {
        forAll((events, clock, end, name) -> {
            if (!clock.isRunning()) return;
            var due = FOLD.dueAt(clock);
            var all = new ArrayList<>(events);
            FOLD.breachBefore(clock, end).ifPresent(all::add);
            all.add(ClockEvent.of(Kind.STOP, end));
            assertThat(FOLD.fold(all).outcome())
                    .as(name)
                    .isEqualTo(clock.breachedAt() != null || due.isBefore(end) ? Outcome.MISSED : Outcome.MET);
        });
    }

    @Test
    void itIsLookedAtForTheWarningThenForTheBreachThenNeverAgain() {
        var length = Duration.ofHours(10);
        var target = new Target(
                "PT10H",
                length,
                Duration.ofHours(8),
                "ALWAYS",
                1,
                FaultLevel.LEVEL_I,
                SystemClass.A,
                true,
                null,
                List.of());
        var clock = ClockState.started(target, START);
        assertThat(FOLD.nextCheckAt(clock)).isEqualTo(START.plus(Duration.ofHours(8)));
        var warned = FOLD.apply(clock, ClockEvent.of(Kind.WARN, START.plus(Duration.ofHours(8))));
        assertThat(FOLD.nextCheckAt(warned)).isEqualTo(START.plus(length));
        var breached = FOLD.apply(warned, ClockEvent.of(Kind.BREACH, START.plus(length)));
        assertThat(FOLD.nextCheckAt(breached)).isNull();
        assertThat(FOLD.dueAt(breached)).isEqualTo(START.plus(length));
    }

    @Test
    void aLongerLimitTakesTheBreachBackAndAShorterOneIsBreachedAtOnce() {
        var at = START.plus(Duration.ofHours(3));
        var two = new Target(
                "PT2H",
                Duration.ofHours(2),
                Duration.ofMinutes(96),
                "ALWAYS",
                1,
                FaultLevel.LEVEL_I,
                SystemClass.A,
                true,
                null,
                List.of());
        var four = new Target(
                "PT4H",
                Duration.ofHours(4),
                Duration.ofMinutes(192),
                "ALWAYS",
                1,
                FaultLevel.LEVEL_II,
                SystemClass.A,
                true,
                null,
                List.of());
        var missed = FOLD.fold(List.of(
                ClockEvent.of(Kind.START, START, two), ClockEvent.of(Kind.BREACH, START.plus(Duration.ofHours(2)))));
        var eased = FOLD.apply(missed, ClockEvent.of(Kind.RETARGET, at, four));
        assertThat(eased.breachedAt()).isNull();
        assertThat(FOLD.dueAt(eased)).isEqualTo(START.plus(Duration.ofHours(4)));
        var tightened = FOLD.apply(ClockState.started(four, START), ClockEvent.of(Kind.RETARGET, at, two));
        assertThat(FOLD.dueAt(tightened)).isEqualTo(at);
        assertThat(FOLD.breachBefore(tightened, at.plusSeconds(1))).contains(ClockEvent.of(Kind.BREACH, at));
    }
}
