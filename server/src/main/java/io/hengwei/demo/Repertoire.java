package io.hengwei.demo;

import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Every story of so many days, up to an instant. The same instant gives the same stories.
final class Repertoire {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int[] RHYTHM = {
        8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 18, 20
    };

    private final Company company;
    private final Content content;
    private final WorkCalendar calendar;
    private final Instant end;
    private final int days;

    Repertoire(Company company, Content content, WorkCalendar calendar, Instant end, int days) {
        this.company = company;
        this.content = content;
        this.calendar = calendar;
        this.end = end;
        this.days = days;
    }

    /// In the order in which they happen.
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        var today = LocalDate.ofInstant(end, CHINA);
        for (var day = today.minusDays(days); !day.isAfter(today); day = day.plusDays(1)) day(day, steps);
        new Standing(company, content, calendar, end).add(steps);
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::story).thenComparing(Step::number));
        return steps;
    }

    private void day(LocalDate day, List<Step> steps) {
        var dice = new Random(day.toEpochDay() * 7919);
        var workday = calendar.isWorking(at(day, 10, 0));
        var calls = workday ? dice.nextInt(4, 9) : dice.nextInt(0, 2);
        for (int i = 0; i < calls; i++) {
            var start = workday
                    ? at(day, RHYTHM[dice.nextInt(RHYTHM.length)], dice.nextInt(60))
                    : at(day, dice.nextInt(8, 23), dice.nextInt(60));
            steps.addAll(incident(
                    "incident %s/%d".formatted(day, i),
                    start.plusSeconds(dice.nextInt(60)),
                    workday || dice.nextBoolean()));
        }
        if (workday && dice.nextInt(100) < 75)
            steps.addAll(chore("chore " + day, at(day, dice.nextInt(9, 17), dice.nextInt(60))));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(CHINA).toInstant();
    }

    private List<Step> incident(String name, Instant start, boolean ordinary) {
        var dice = new Random(name.hashCode());
        var matter = Cast.one(
                content.matters().stream()
                        .filter(m ->
                                ordinary && (!m.isMajor() || dice.nextInt(6) == 0) || m.cannotWait() || m.isAlert())
                        .toList(),
                dice);
        var script = new Script(name, start, calendar, matter.cannotWait());
        new IncidentTale(matter, Cast.of(matter, company.charter(), dice), Turns.of(matter, dice), company, script)
                .tell(calendar.isWorking(start));
        return script.until(end.minus(Duration.ofMinutes(1)));
    }

    private List<Step> chore(String name, Instant start) {
        var dice = new Random(name.hashCode());
        var matter = Cast.one(content.matters(), dice);
        var script = new Script(name, start, calendar, false);
        new ChoreTale(
                        Cast.one(content.chores(), dice),
                        Cast.of(matter, company.charter(), dice),
                        Turns.of(matter, dice),
                        company,
                        script)
                .tell();
        return script.until(end.minus(Duration.ofMinutes(1)));
    }
}
