package io.hengwei.process.sla;

import io.hengwei.platform.record.Journal;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the journal that a limit threatens to be missed or was missed; notices and escalations read it there.
@Component
class ClockNotices {
    record ClockWarned(ClockName clock, Instant dueAt) implements Unheld {}

    record ClockBreached(ClockName clock, Instant dueAt) implements Unheld {}

    /// A step of escalation: what is done follows from this line.
    ///
    /// @param percent of the limit that is used up
    /// @param wall by time on the wall
    /// @param late nobody was up when it came due; it is made up for
    /// @param level of the record as its clock knows it
    record ClockEscalated(
            ClockName clock,
            int percent,
            boolean wall,
            boolean late,
            String level,
            Set<Escalation.Hearer> hearers,
            Set<String> roles,
            Set<UUID> robots,
            boolean raise,
            @Nullable UUID group)
            implements Unheld {}

    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final Journal journal;

    ClockNotices(Journal journal) {
        this.journal = journal;
    }

    Statement warned(UUID record, String kind, long version, UnitId unit, ClockName clock, Instant at, Instant dueAt) {
        return line(record, kind, version, unit, new ClockWarned(clock, dueAt), at);
    }

    Statement breached(UUID record, String kind, long version, UnitId unit, ClockName clock, Instant dueAt) {
        return line(record, kind, version, unit, new ClockBreached(clock, dueAt), dueAt);
    }

    /// @param steps whatever the rules say is done there
    Statement escalated(
            RecordClock clock,
            UnitId unit,
            long version,
            Instant at,
            Escalation.Mark mark,
            List<Escalation.Step> steps,
            Instant now) {
        var notice = new ClockEscalated(
                clock.name(),
                mark.percent(),
                mark.wall(),
                at.plus(AT_ONCE).isBefore(now),
                clock.state().target().level().name(),
                all(steps, Escalation.Step::hearers),
                all(steps, Escalation.Step::roles),
                all(steps, Escalation.Step::robots),
                steps.stream().anyMatch(Escalation.Step::raise),
                steps.stream()
                        .map(Escalation.Step::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        return line(clock.record(), clock.kind(), version, unit, notice, at);
    }

    private static <T> Set<T> all(List<Escalation.Step> steps, Function<Escalation.Step, List<T>> what) {
        return steps.stream().map(what).flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Statement line(UUID record, String kind, long version, UnitId unit, Operation notice, Instant at) {
        return journal.line(Journal.Entry.plain(record, kind, version, unit, notice, Scope.SYSTEM, at));
    }
}
