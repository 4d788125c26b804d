package io.hengwei.demo;

import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A story as it is written: time passes, people act. The same name always gives the same story.
final class Script {
    private final String name;
    private final WorkCalendar calendar;
    private final boolean aroundTheClock;
    private final Random dice;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> marks = new LinkedHashMap<>();
    private Instant time;

    Script(String name, Instant start, WorkCalendar calendar, boolean aroundTheClock) {
        this.name = name;
        this.time = start;
        this.calendar = calendar;
        this.aroundTheClock = aroundTheClock;
        this.dice = new Random(name.hashCode() * 31L + 20_260_801);
    }

    Random dice() {
        return dice;
    }

    Instant now() {
        return time;
    }

    Instant ago(int minutes) {
        return time.minus(Duration.ofMinutes(minutes));
    }

    /// So much time passes, whatever the hour.
    Script pass(int least, int most) {
        time = time.plusSeconds(60L * dice.nextInt(least, most + 1) + dice.nextInt(60));
        return this;
    }

    /// So much working time passes; what cannot wait goes on at night.
    Script work(int least, int most) {
        if (aroundTheClock) return pass(least, most);
        time = calendar.plus(time, Duration.ofSeconds(60L * dice.nextInt(least, most + 1) + dice.nextInt(60)));
        return this;
    }

    Script does(String who, Act act) {
        steps.add(new Step(name, steps.size() + 1, time, who, false, act));
        time = time.plusSeconds(dice.nextInt(5, 40));
        return this;
    }

    Script bears(String who, Act act) {
        steps.add(new Step(name, steps.size() + 1, time, who, true, act));
        time = time.plusSeconds(dice.nextInt(5, 40));
        return this;
    }

    /// Here the story may be left off.
    Script mark(String where) {
        marks.putIfAbsent(where, steps.size());
        return this;
    }

    /// Up to there, or to the end when the story never comes there.
    List<Step> until(String mark) {
        return steps.subList(0, marks.getOrDefault(mark, steps.size()));
    }

    List<Step> until(Instant end) {
        return steps.stream().takeWhile(step -> step.at().isBefore(end)).toList();
    }
}
