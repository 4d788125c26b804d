package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarAdministration.PublishCalendar;
import io.hengwei.platform.calendar.CalendarEffects.Effect;
import io.hengwei.platform.calendar.CalendarVersions.Head;
import io.hengwei.platform.calendar.CalendarVersions.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a version of a calendar would change, told before it is published: days, the calendars that follow, and what is
/// being counted.
@Component
class CalendarPreview {
    private static final int MOST_DAYS = 100;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 2;

    record ChangedDay(LocalDate date, DayView before, DayView after) {}

    /// @param days the first hundred that differ, from a year back to two years ahead
    /// @param changedDays how many differ in all
    /// @param followers the calendars that get a new version besides
    record Changes(List<ChangedDay> days, int changedDays, List<String> followers, Effect effect) {}

    private final CalendarVersions versions;
    private final CalendarAdministration administration;
    private final Calendars calendars;
    private final Clock clock;
    private final List<CalendarEffects> effects;

    CalendarPreview(
            CalendarVersions versions,
            CalendarAdministration administration,
            Calendars calendars,
            Clock clock,
            List<CalendarEffects> effects) {
        this.versions = versions;
        this.administration = administration;
        this.calendars = calendars;
        this.clock = clock;
        this.effects = effects;
    }

    public Changes of(PublishCalendar calendar) {
        var from = administration.from(calendar.effectiveFrom());
        var before = List.copyOf(versions.heads());
        var publication = new Publication(versions);
        publication.publish(calendar.id(), calendar.name(), calendar.layer(), calendar.source(), false, from);
        var days = days(
                inForce(publication, before, calendar.id(), from),
                CalendarDrafts.then(publication, calendar.id(), from),
                from);
        var next = turns(publication, from);
        return new Changes(
                days.stream().limit(MOST_DAYS).toList(),
                days.size(),
                next.keySet().stream().filter(id -> !id.equals(calendar.id())).toList(),
                effect(next));
    }

    private static @Nullable CalendarDefinition inForce(
            Publication publication, List<Head> heads, String id, Instant from) {
        return Head.inForce(heads, id, from).map(publication::definition).orElse(null);
    }

    private static List<ChangedDay> days(@Nullable CalendarDefinition before, CalendarDefinition after, Instant from) {
        if (before == null) return List.of();
        var first = LocalDate.ofInstant(from, after.zone()).minusYears(YEARS_BACK);
        return first.datesUntil(first.plusYears((long) YEARS_BACK + YEARS_AHEAD))
                .map(date -> new ChangedDay(date, DayView.of(before, date), DayView.of(after, date)))
                .filter(day -> !day.before().equals(day.after()))
                .toList();
    }

    /// What each calendar that gets a version would come to, until that is in force.
    private Map<String, List<CalendarTurn>> turns(Publication publication, Instant from) {
        var now = clock.instant();
        var until = from.isAfter(now) ? from : now;
        var fresh = publication.added().stream()
                .collect(Collectors.toMap(Version::head, version -> new WorkCalendar(version.definition())));
        var turns = new LinkedHashMap<String, List<CalendarTurn>>();
        for (var added : publication.added())
            turns.computeIfAbsent(
                    added.head().id(),
                    id -> Head.course(publication.heads(), id, until).entrySet().stream()
                            .map(turn -> turn(turn.getKey(), turn.getValue(), fresh))
                            .toList());
        return turns;
    }

    private CalendarTurn turn(Instant from, Head head, Map<Head, WorkCalendar> fresh) {
        var own = fresh.get(head);
        return new CalendarTurn(from, head.version(), own == null ? calendars.byId(head.id(), head.version()) : own);
    }

    private Effect effect(Map<String, List<CalendarTurn>> next) {
        var all = effects.stream().map(each -> each.of(next)).toList();
        return new Effect(
                all.stream().mapToLong(Effect::running).sum(),
                all.stream().mapToLong(Effect::earlier).sum(),
                all.stream().mapToLong(Effect::later).sum(),
                all.stream().mapToLong(Effect::overdue).sum(),
                all.stream().mapToLong(Effect::takenBack).sum(),
                all.stream().flatMap(each -> each.examples().stream()).toList());
    }
}
