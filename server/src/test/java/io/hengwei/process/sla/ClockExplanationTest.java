package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.CalendarDefinition.MakeUp;
import io.hengwei.platform.calendar.CalendarDefinition.OneOff;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.calendar.Window;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.process.sla.ClockEvent.Correction;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a clock says of itself: each stretch by its name, and when what is left after a correction was too much.
class ClockExplanationTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final WorkCalendar OFFICE = new WorkCalendar(new CalendarDefinition(
            CHINA,
            CalendarDefinition.weekdays(CHINA, "09:00-18:00").weekly(),
            Map.of(MONDAY.plusDays(1), "holiday"),
            Map.of(MONDAY.minusDays(1), new MakeUp(DayOfWeek.TUESDAY, "instead")),
            List.of(
                    new OneOff(MONDAY, Window.parse("12:00-15:00"), false, "power cut"),
                    new OneOff(MONDAY.plusDays(2), Window.parse("22:00-02:00"), true, "move"),
                    new OneOff(MONDAY.plusDays(3), Window.parse("00:00-01:00"), false, "fog")),
            Set.of(2025),
            null));
    private static final ClockFold FOLD = new ClockFold((ignored, version) -> OFFICE);

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(CHINA).toInstant();
    }

    private static Target limit(String limit) {
        var length = Limit.parse(limit).length(OFFICE, at(FRIDAY, "10:00"));
        return new Target(
                limit,
                length,
                length.multipliedBy(80).dividedBy(100),
                "OFFICE",
                1,
                FaultLevel.LEVEL_IV,
                SystemClass.C,
                false,
                null,
                List.of());
    }

    private static List<ClockEvent> missed(String limit, String at) {
        return List.of(
                ClockEvent.of(ClockEvent.Kind.START, at(FRIDAY, "10:00"), limit(limit)),
                ClockEvent.of(ClockEvent.Kind.BREACH, at(FRIDAY, at)));
    }

    private static @Nullable Instant missedAfter(List<ClockEvent> events, String from, String to) {
        var counted = Duration.between(at(FRIDAY, from), at(FRIDAY, to));
        var correction =
                ClockEvent.correction(at(FRIDAY, "17:00"), new Correction(at(FRIDAY, from), at(FRIDAY, to), counted));
        var corrected = ClockExplanation.corrected(events, FOLD, correction);
        assertThat(corrected).startsWith(correction);
        var state = FOLD.fold(events);
        for (var each : corrected) state = FOLD.apply(state, each);
        return state.breachedAt();
    }

    @Test
    void whatIsLeftWasMissedWhenThatMuchHadBeenCounted() {
        assertThat(missedAfter(missed("PT2H", "12:00"), "10:00", "13:00")).isEqualTo(at(FRIDAY, "15:00"));
        assertThat(missedAfter(missed("PT2H", "12:00"), "11:00", "11:30")).isEqualTo(at(FRIDAY, "12:30"));
    }

    @Test
    void whatCameAfterwardsMovesNoBreach() {
        assertThat(missedAfter(missed("PT2H", "12:00"), "13:00", "14:00")).isEqualTo(at(FRIDAY, "12:00"));
    }

    @Test
    void whatIsKeptAfterAllIsMissedNoMore() {
        assertThat(missedAfter(missed("PT2H", "12:00"), "10:00", "15:00")).isNull();
        assertThat(missedAfter(missed("PT6H", "16:00"), "10:00", "11:01")).isNull();
        assertThat(missedAfter(missed("PT6H", "16:00"), "10:00", "11:00")).isNull();
        assertThat(missedAfter(missed("PT6H", "16:00"), "10:00", "10:59")).isEqualTo(at(FRIDAY, "16:59"));
    }

    @Test
    void whatWasNotMissedIsNotMissedByACorrection() {
        assertThat(missedAfter(missed("P2D", "12:00").subList(0, 1), "10:00", "11:00"))
                .isNull();
    }

    @Test
    void everyStretchHasItsName() {
        var events = missed("P9D", "12:00").subList(0, 1);
        var explained = ClockExplanation.of(events, FOLD, Map.of(), id -> id, at(MONDAY.plusDays(3), "10:00"));
        assertThat(explained.segments())
                .extracting(each -> "%s %s %s-%s"
                        .formatted(
                                each.kind(),
                                each.name(),
                                LocalTime.ofInstant(each.from(), CHINA),
                                LocalTime.ofInstant(each.to(), CHINA)))
                .containsExactly(
                        "COUNTED null 10:00-18:00",
                        "OFF_HOURS null 18:00-09:00",
                        "MAKE_UP instead 09:00-18:00",
                        "OFF_HOURS null 18:00-09:00",
                        "COUNTED null 09:00-12:00",
                        "CLOSED power cut 12:00-15:00",
                        "COUNTED null 15:00-18:00",
                        "OFF_HOURS null 18:00-00:00",
                        "HOLIDAY holiday 00:00-00:00",
                        "OFF_HOURS null 00:00-09:00",
                        "COUNTED null 09:00-18:00",
                        "OFF_HOURS null 18:00-22:00",
                        "COUNTED null 22:00-00:00",
                        "CLOSED fog 00:00-01:00",
                        "COUNTED null 01:00-02:00",
                        "OFF_HOURS null 02:00-09:00",
                        "COUNTED null 09:00-10:00");
        assertThat(explained.countedMicros())
                .isEqualTo(Duration.ofHours(8 + 9 + 6 + 9 + 2 + 1 + 1).toNanos() / 1_000);
        assertThat(explained.unannounced()).containsExactly(2026);
    }
}
