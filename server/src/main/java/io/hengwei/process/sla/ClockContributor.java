package io.hengwei.process.sla;

import io.hengwei.platform.record.CommandContributor;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.Ids;
import io.hengwei.process.sla.ClockStatements.Moved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Starts and moves the clocks of a record in the transaction of its commands. An opening reads nothing; a command that
/// can move no clock reads nothing either.
@Component
class ClockContributor implements CommandContributor {
    private final ClockRows rows;
    private final Targets targets;
    private final ClockNotices notices;
    private final ClockFold fold;
    private final ClockStatements statements;
    private final ClockMoves moves;

    ClockContributor(ClockRows rows, Targets targets, ClockNotices notices, ClockFold fold) {
        this.rows = rows;
        this.targets = targets;
        this.notices = notices;
        this.fold = fold;
        this.statements = new ClockStatements(fold);
        this.moves = new ClockMoves(fold, targets, rows::pauses);
    }

    @Override
    public Contribution contribute(Context context) {
        var rules = ClockRule.of(context.type().kind());
        if (rules.isEmpty()) return agreed(context.record());
        if (context.opening()) return open(context, rules);
        return matters(context, rules) ? move(context) : Contribution.NONE;
    }

    /// A record without clocks is due when somebody has said so.
    private static Contribution agreed(ProcessRecord<?, ?> record) {
        return record.dueAt() == null ? Contribution.NONE : new Contribution(List.of(), true, record.dueAt());
    }

    /// What is already over when it is opened (history from elsewhere) has nothing left to be measured.
    private Contribution open(Context context, List<ClockRule> rules) {
        var record = context.record();
        if (((RecordState) record.state()).phase() == Phase.DONE) return Contribution.NONE;
        var clocks = rules.stream()
                .filter(ClockRule::isOurs)
                .map(rule -> started(context, rule))
                .toList();
        return new Contribution(List.of(statements.start(clocks, record.unit())), true, earliest(clocks.stream()));
    }

    private RecordClock started(Context context, ClockRule rule) {
        var target = targets.choose(rule.name(), Bearings.of(context.record()), context.at());
        return new RecordClock(
                Ids.next(),
                context.record().id().value(),
                rule.kind(),
                rule.name(),
                ClockState.started(target, context.at()),
                1);
    }

    private static boolean matters(Context context, List<ClockRule> rules) {
        var command = context.command().commandName();
        return context.from() == null
                || context.from().phase() != context.to().phase()
                || ClockRule.cancels(command)
                || ClockMoves.regrades(context)
                || rules.stream().anyMatch(rule -> rule.isMovedBy(command));
    }

    private Contribution move(Context context) {
        var all = new ArrayList<Statement>();
        var clocks = new ArrayList<RecordClock>();
        for (var clock : rows.locked(context.record().id().value())) {
            var moved = moves.by(context, clock);
            clocks.add(clock.at(moved.state()));
            if (moved.steps().isEmpty()) continue;
            all.addAll(statements.move(clock, moved));
            tell(context, clock, moved, all);
        }
        if (clocks.isEmpty()) return Contribution.NONE;
        begin(context, clocks, all);
        return new Contribution(all, true, earliest(clocks.stream()));
    }

    /// The clock of another begins when the record waits for him for the first time.
    private void begin(Context context, List<RecordClock> clocks, List<Statement> all) {
        var begun = ClockRule.of(context.type().kind()).stream()
                .filter(rule -> !rule.isOurs() && rule.runsAfter(context))
                .filter(rule -> clocks.stream().noneMatch(clock -> clock.name() == rule.name()))
                .map(rule -> started(context, rule))
                .toList();
        if (!begun.isEmpty()) all.add(statements.start(begun, context.record().unit()));
    }

    /// What had come due and only now is noticed.
    private void tell(Context context, RecordClock clock, Moved moved, List<Statement> all) {
        var record = context.record();
        for (var step : moved.steps()) {
            var at = step.event().at();
            var mark = step.event().mark();
            if (step.event().kind() == ClockEvent.Kind.BREACH)
                all.add(notices.breached(clock, record.unit(), record.version(), at, context.at()));
            if (mark == null) continue;
            var steps = targets.steps(clock.name(), Bearings.of(record), mark);
            all.add(notices.escalated(clock, record.unit(), record.version(), at, mark, steps, context.at()));
        }
    }

    private @Nullable Instant earliest(Stream<RecordClock> clocks) {
        return clocks.filter(clock -> clock.name().ours())
                .map(clock -> fold.dueAt(clock.state()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
