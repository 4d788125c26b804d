package io.hengwei.process.sla;

import io.hengwei.platform.record.Journal;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordId;
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

    /// An appeal has taken back what was counted in a stretch.
    record ClockCorrected(ClockName clock, RecordId appeal, Instant from, Instant to) implements Unheld {}

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

    Statement warned(RecordClock clock, UnitId unit, long version, Instant at, Instant dueAt, Instant now) {
        return line(clock, version, unit, new ClockWarned(clock.name(), dueAt), told(at, now));
    }

    Statement breached(RecordClock clock, UnitId unit, long version, Instant dueAt, Instant now) {
        return line(clock, version, unit, new ClockBreached(clock.name(), dueAt), told(dueAt, now));
    }

    /// Said by whoever upheld the appeal.
    Statement corrected(RecordClock clock, RecordCard card, Appeal appeal, Instant now) {
        var notice = new ClockCorrected(clock.name(), appeal.id(), appeal.partFrom(), appeal.partTo());
        var by = Scope.current().me();
        return journal.line(
                Journal.Entry.plain(clock.record(), clock.kind(), card.version(), card.unit(), notice, by, now));
    }

    /// What nobody noticed at its time is news when it is noticed: the line is of then, the event of the clock keeps
    /// its own instant.
    private static Instant told(Instant at, Instant now) {
        return isLate(at, now) ? now : at;
    }

    private static boolean isLate(Instant at, Instant now) {
        return at.plus(AT_ONCE).isBefore(now);
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
                isLate(at, now),
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
        return line(clock, version, unit, notice, told(at, now));
    }

    private static <T> Set<T> all(List<Escalation.Step> steps, Function<Escalation.Step, List<T>> what) {
        return steps.stream().map(what).flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Statement line(RecordClock clock, long version, UnitId unit, Operation notice, Instant at) {
        return journal.line(Journal.Entry.plain(clock.record(), clock.kind(), version, unit, notice, Scope.SYSTEM, at));
    }
}
