package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarDefinition.MakeUp;
import io.hengwei.platform.calendar.CalendarDefinition.OneOff;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// The calendar as a child would compute it: look at the clock on the wall every minute and ask "is this working
/// time?". It shares no arithmetic with the engine.
record BruteForce(CalendarDefinition calendar) {
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai", "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");

    boolean isWorking(Instant at) {
        return isWorking(LocalDateTime.ofInstant(at, calendar.zone()));
    }

    /// The day on which the work of this minute began.
    LocalDate day(Instant at) {
        var wall = LocalDateTime.ofInstant(at, calendar.zone());
        var yesterday = wall.toLocalDate().minusDays(1);
        return isWorked(yesterday, wall.getHour() * 60 + wall.getMinute() + 1440) ? yesterday : wall.toLocalDate();
    }

    long minutes(Instant from, Instant to) {
        long count = 0;
        for (var at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            count += isWorking(at) ? 1 : 0;
        }
        return count;
    }

    /// What runs over midnight is the day before's also in the small hours.
    private boolean isWorking(LocalDateTime wall) {
        var today = wall.toLocalDate();
        int minute = wall.getHour() * 60 + wall.getMinute();
        var yesterday = today.minusDays(1);
        int sinceYesterday = minute + 1440;
        return (isWorked(today, minute) || isWorked(yesterday, sinceYesterday))
                && !isOneOff(today, minute, false)
                && !isOneOff(yesterday, sinceYesterday, false);
    }

    private boolean isWorked(LocalDate date, int minute) {
        return inPattern(date, minute) || isOneOff(date, minute, true);
    }

    private boolean isOneOff(LocalDate date, int minute, boolean worked) {
        for (var one : calendar.oneOffs())
            if (one.worked() == worked && one.date().equals(date) && in(one.window(), minute)) return true;
        return false;
    }

    private boolean inPattern(LocalDate date, int minute) {
        var makeUp = calendar.makeUpDays().get(date);
        if (makeUp == null && calendar.holidays().containsKey(date)) {
            return false;
        }
        var day = makeUp == null ? date.getDayOfWeek() : makeUp.like();
        return calendar.weekly().get(day).list().stream().anyMatch(window -> in(window, minute));
    }

    private static boolean in(Window window, int minute) {
        return window.from() <= minute && minute < window.to();
    }

    /// Any calendar whatever, with exceptions packed around the given date.
    static CalendarDefinition anyCalendar(Random random, LocalDate around) {
        var weekly = new EnumMap<DayOfWeek, Windows>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            weekly.put(day, windows(random, random.nextInt(5)));
        }
        weekly.put(DayOfWeek.of(1 + random.nextInt(7)), windows(random, 1 + random.nextInt(3)));
        var holidays = new TreeMap<LocalDate, String>();
        var makeUpDays = new TreeMap<LocalDate, MakeUp>();
        var oneOffs = new ArrayList<OneOff>();
        for (int i = 0; i < 6; i++) {
            holidays.put(near(random, around), "holiday");
            makeUpDays.put(near(random, around), new MakeUp(DayOfWeek.of(1 + random.nextInt(7)), "make-up"));
            oneOffs.add(new OneOff(near(random, around), window(random), random.nextBoolean(), "one-off"));
        }
        makeUpDays.keySet().removeAll(holidays.keySet());
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        return new CalendarDefinition(zone, weekly, holidays, makeUpDays, oneOffs, Set.of(), null);
    }

    /// Together they last for a day at most, as those that people lay down.
    private static Windows windows(Random random, int count) {
        while (true) {
            try {
                return new Windows(
                        random.ints(count).mapToObj(ignored -> window(random)).toList());
            } catch (IllegalArgumentException tooLong) {
                // drawn again
            }
        }
    }

    private static Window window(Random random) {
        if (random.nextInt(12) == 0) {
            return new Window(0, 1440);
        }
        int from = random.nextInt(1439);
        int to = from + 1 + random.nextInt(400);
        return new Window(from, random.nextBoolean() ? to : Math.min(1440, to));
    }

    private static LocalDate near(Random random, LocalDate around) {
        return around.plusDays(random.nextInt(24) - 12L);
    }

    static Map<String, LocalDate> interestingDates() {
        return Map.of(
                "spring forward in Berlin", LocalDate.of(2025, 3, 30),
                "fall back in Berlin", LocalDate.of(2025, 10, 26),
                "spring forward in New York", LocalDate.of(2025, 3, 9),
                "half an hour on Lord Howe", LocalDate.of(2025, 4, 6),
                "turn of the laid out years", LocalDate.of(2032, 1, 1),
                "long before", LocalDate.of(2011, 10, 30));
    }
}
