package io.hengwei.process.sla;

import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written when clocks start and move. A started clock and its first event are one row of values.
final class ClockStatements {
    private static final String STARTED =
            "id, record, unit, kind, name, started_at, due_at, next_check_at, " + ClockRows.TARGET;
    private static final String TYPED =
            "(cast(? as uuid), cast(? as uuid), cast(? as uuid), ?, ?, cast(? as timestamptz),"
                    + " cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as bigint), cast(? as bigint), ?, cast(? as int), ?, ?, cast(? as boolean), cast(? as text), cast(? as int[]))";
    private static final String START = """
        with started (%1$s) as (values %2$s),
        clocks as (insert into sla.clock (%1$s, resumed_at) select %1$s, started_at from started)
        insert into sla.clock_event (clock, seq, kind, at, %3$s) select id, 1, 'START', started_at, %3$s from started""";
    private static final String MOVE = """
        update sla.clock set state = ?, outcome = ?, (%s) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?), started_at = ?, counted_us = ?, resumed_at = ?, paused_until = ?, due_at = ?, next_check_at = ?, warned_at = ?, breached_at = ?,
            stopped_at = ?, taken = ?, events = ?, accounted_at = case when ? then accounted_at end
        where id = ?""".formatted(ClockRows.TARGET);
    private static final String EVENT =
            "insert into sla.clock_event (clock, seq, kind, at, reason, until_at, mark, part_from, part_to, amount_us, "
                    + ClockRows.TARGET + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final ClockFold fold;

    ClockStatements(ClockFold fold) {
        this.fold = fold;
    }

    Statement start(List<RecordClock> clocks, UnitId unit) {
        var values = new ArrayList<@Nullable Object>();
        for (var clock : clocks) {
            var state = clock.state();
            add(
                    values,
                    clock.id(),
                    clock.record(),
                    unit,
                    clock.kind(),
                    clock.name(),
                    state.startedAt(),
                    fold.dueAt(state),
                    fold.nextCheckAt(state));
            addTarget(values, state.target());
        }
        var rows = String.join(", ", java.util.Collections.nCopies(clocks.size(), TYPED));
        return new Statement(START.formatted(STARTED, rows, ClockRows.TARGET), values);
    }

    /// The clock where it stands after these events, and the events.
    List<Statement> move(RecordClock clock, Moved moved) {
        var statements = new ArrayList<Statement>();
        int events = clock.events();
        for (var step : moved.steps()) statements.add(event(clock, ++events, step));
        statements.add(row(clock, moved.state(), events));
        return statements;
    }

    /// An event and the target that held after it.
    record Step(ClockEvent event, Target target) {}

    record Moved(ClockState state, List<Step> steps) {}

    private static Statement event(RecordClock clock, int seq, Step step) {
        var values = new ArrayList<@Nullable Object>();
        var pause = step.event().pause();
        add(values, clock.id(), seq, step.event().kind(), step.event().at());
        add(values, pause == null ? null : pause.reason(), pause == null ? null : pause.until());
        add(values, step.event().mark() == null ? null : step.event().mark().written());
        var correction = step.event().correction();
        add(
                values,
                correction == null ? null : correction.from(),
                correction == null ? null : correction.to(),
                correction == null ? null : ClockRows.micros(correction.amount()));
        addTarget(values, step.target());
        return new Statement(EVENT, values);
    }

    private Statement row(RecordClock clock, ClockState state, int events) {
        var values = new ArrayList<@Nullable Object>();
        add(values, state.state(), state.outcome());
        addTarget(values, state.target());
        add(
                values,
                state.startedAt(),
                ClockRows.micros(state.counted()),
                state.resumedAt(),
                state.pausedUntil(),
                fold.dueAt(state),
                fold.nextCheckAt(state),
                state.warnedAt(),
                state.breachedAt(),
                state.stoppedAt(),
                written(state.taken()),
                events,
                isSameBreach(clock.state(), state),
                clock.id());
        return new Statement(MOVE, values);
    }

    /// What was said of one that is no more says nothing of the next.
    private static boolean isSameBreach(ClockState before, ClockState after) {
        return after.breachedAt() != null && after.startedAt().equals(before.startedAt());
    }

    private static void addTarget(Collection<@Nullable Object> values, Target target) {
        add(
                values,
                target.limit(),
                ClockRows.micros(target.length()),
                ClockRows.micros(target.warnAfter()),
                target.calendar(),
                target.calendarVersion(),
                target.level(),
                target.systemClass(),
                target.proposed(),
                target.source() == null ? null : target.source().written(),
                written(target.marks()));
    }

    private static Integer[] written(Collection<Escalation.Mark> marks) {
        return marks.stream().sorted().map(Escalation.Mark::written).toArray(Integer[]::new);
    }

    private static void add(Collection<@Nullable Object> values, @Nullable Object... more) {
        Arrays.stream(more)
                .map(value -> value == null ? null : SqlValues.of(value))
                .forEach(values::add);
    }
}
