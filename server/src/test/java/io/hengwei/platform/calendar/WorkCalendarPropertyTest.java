package io.hengwei.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// The engine against the brute-force counter, on calendars drawn from a seed that every failure names.
class WorkCalendarPropertyTest {
    private static final int SEEDS = 40;

    private record Case(WorkCalendar calendar, BruteForce truth, LocalDate date, Random random) {
        Instant anyInstant() {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60L * (random.nextInt(28_800) - 14_400));
        }
    }

    private static void forAll(BiConsumer<Case, String> property) {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (var date : BruteForce.interestingDates().entrySet()) {
                var random = new Random(seed * 31L + date.getKey().hashCode());
                var definition = BruteForce.anyCalendar(random, date.getValue());
                var drawn = new Case(new WorkCalendar(definition), new BruteForce(definition), date.getValue(), random);
                property.accept(drawn, "seed " + seed + ", " + date.getKey() + ", " + definition.zone());
            }
        }
    }

    @Test
    void minutesBetweenAreTheMinutesOnTheWall() {
        forAll((drawn, name) -> {
            var from = drawn.anyInstant();
            var to = from.plusSeconds(60L * drawn.random().nextInt(14_400));
            long truth = drawn.truth().minutes(from, to);
            assertThat(drawn.calendar().minutesBetween(from, to)).as(name).isEqualTo(truth);
            assertThat(drawn.calendar().minutesBetween(to, from)).as(name).isEqualTo(-truth);
        });
    }

    @Test
    void segmentsCoverTheSpanAndCountWhatTheWallCounts() {
        forAll((drawn, name) -> {
            var from = drawn.anyInstant();
            var to = from.plusSeconds(60L * drawn.random().nextInt(5_000));
            var cursor = from;
            WorkCalendar.Kind previous = null;
            for (var segment : drawn.calendar().segments(from, to)) {
                boolean counted = segment.kind() == WorkCalendar.Kind.COUNTED;
                assertThat(segment.from()).as(name).isEqualTo(cursor);
                assertThat(segment.kind()).as(name).isNotEqualTo(previous);
                assertThat(drawn.truth().isWorking(segment.from())).as(name).isEqualTo(counted);
                assertThat(drawn.truth().minutes(segment.from(), segment.to()))
                        .as(name)
                        .isEqualTo(counted ? segment.length().toMinutes() : 0);
                cursor = segment.to();
                previous = segment.kind();
            }
            assertThat(cursor).as(name).isEqualTo(to);
        });
    }

    @Test
    void whatIsAddedIsFoundBetweenAndNotAMomentEarlier() {
        forAll((drawn, name) -> {
            var from = drawn.anyInstant().plusNanos(drawn.random().nextLong(60_000_000_000L));
            var length = Duration.ofNanos(
                    1 + drawn.random().nextLong(Duration.ofHours(90).toNanos()));
            var due = drawn.calendar().plus(from, length);
            assertThat(drawn.calendar().between(from, due)).as(name).isEqualTo(length);
            assertThat(drawn.calendar().between(from, due.minusNanos(1)))
                    .as(name)
                    .isEqualTo(length.minusNanos(1));
        });
    }

    @Test
    void laterStartsAndLongerLimitsNeverEndEarlier() {
        forAll((drawn, name) -> {
            var from = drawn.anyInstant();
            var later = from.plusSeconds(drawn.random().nextInt(400_000));
            long minutes = drawn.random().nextInt(4_000);
            var due = drawn.calendar().plusMinutes(from, minutes);
            assertThat(drawn.calendar().plusMinutes(later, minutes)).as(name).isAfterOrEqualTo(due);
            assertThat(drawn.calendar().plusMinutes(from, minutes + 1)).as(name).isAfter(due);
            assertThat(drawn.calendar().endOfDay(later))
                    .as(name)
                    .isAfterOrEqualTo(drawn.calendar().endOfDay(from));
        });
    }

    @Test
    void spansAddUpWhereverTheyAreCut() {
        forAll((drawn, name) -> {
            var from = drawn.anyInstant();
            var middle =
                    from.plusNanos(drawn.random().nextLong(Duration.ofDays(4).toNanos()));
            var to = middle.plusNanos(
                    drawn.random().nextLong(Duration.ofDays(9000).toNanos()));
            assertThat(drawn.calendar().between(from, to))
                    .as(name)
                    .isEqualTo(drawn.calendar()
                            .between(from, middle)
                            .plus(drawn.calendar().between(middle, to)));
        });
    }

    @Test
    void theDayEndsWithItsLastWorkingMinute() {
        forAll((drawn, name) -> {
            var at = drawn.anyInstant();
            var end = drawn.calendar().endOfDay(at);
            var firstWorked = nextWorked(drawn, at);
            var day = drawn.truth().day(firstWorked);
            assertThat(drawn.truth().isWorking(end.minusSeconds(60))).as(name).isTrue();
            assertThat(drawn.truth().day(end.minusSeconds(60))).as(name).isEqualTo(day);
            assertThat(drawn.truth().day(nextWorked(drawn, end))).as(name).isNotEqualTo(day);
        });
    }

    private static Instant nextWorked(Case drawn, Instant at) {
        var next = at;
        while (!drawn.truth().isWorking(next)) next = next.plusSeconds(60);
        return next;
    }
}
