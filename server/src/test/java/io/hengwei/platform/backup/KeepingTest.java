package io.hengwei.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void daysThenMonthsThenYears() {
        var daily = Stream.iterate(TODAY, day -> day.minusDays(1))
                .limit(2500)
                .map(KeepingTest::on)
                .toList();
        var worth = Keeping.worthKeeping(daily, ZONE, TODAY, 30, 12, 5);
        var days = daily.stream()
                .filter(run -> worth.contains(run.id()))
                .map(KeepingTest::day)
                .toList();
        assertThat(days)
                .contains(
                        TODAY,
                        TODAY.minusDays(29),
                        LocalDate.parse("2026-09-30"),
                        LocalDate.parse("2025-12-31"),
                        LocalDate.parse("2021-12-31"));
        assertThat(days)
                .doesNotContain(TODAY.minusDays(30), LocalDate.parse("2026-09-29"), LocalDate.parse("2020-12-31"));
        assertThat(days).hasSize(30 + 11 + 4);
    }

    @Test
    void theLastOneStaysHoweverOldItIs() {
        var old = on(LocalDate.parse("2001-01-01"));
        assertThat(Keeping.worthKeeping(List.of(old), ZONE, TODAY, 1, 0, 0)).containsExactly(old.id());
    }

    private static LocalDate day(Run run) {
        return run.askedAt().atZone(ZONE).toLocalDate();
    }

    private static Run on(LocalDate day) {
        var at = day.atTime(2, 0).atZone(ZONE).toInstant();
        return new Run(
                UUID.randomUUID(),
                Run.Kind.BACKUP,
                Run.Cause.SCHEDULED,
                at,
                at,
                at,
                Run.Result.SUCCEEDED,
                null,
                null,
                "f",
                null);
    }
}
