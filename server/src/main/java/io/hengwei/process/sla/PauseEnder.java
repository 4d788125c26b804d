package io.hengwei.process.sla;

import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets clocks run again that have stood still as long as they may: from the instant at which that time was over,
/// whenever it is noticed, on whichever node.
@Component
class PauseEnder {
    static final int SET = 500;

    private final ClockRows rows;
    private final ClockFold fold;
    private final Targets targets;
    private final ClockStatements statements;
    private final Batch batch;
    private final RecordCards cards;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PauseEnder(
            ClockRows rows,
            ClockFold fold,
            Targets targets,
            Batch batch,
            RecordCards cards,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.fold = fold;
        this.targets = targets;
        this.statements = new ClockStatements(fold);
        this.batch = batch;
        this.cards = cards;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return how many of a set run again; a full set means that there may be more
    int end() {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            var clocks = rows.pausedLongEnough(clock.instant(), SET);
            if (clocks.isEmpty()) return 0;
            var all = new ArrayList<Statement>();
            clocks.forEach(each -> all.addAll(statements.move(each, running(each.state()))));
            batch.run(all);
            cards.due(rows.earliestDue(
                    clocks.stream().map(RecordClock::record).distinct().toList()));
            return clocks.size();
        }));
    }

    private Moved running(ClockState state) {
        Instant at = Objects.requireNonNull(state.pausedUntil());
        var target = targets.renewed(state.target(), state.startedAt(), at);
        var event = ClockEvent.of(ClockEvent.Kind.RESUME, at, target);
        return new Moved(fold.apply(state, event), List.of(new Step(event, target)));
    }
}
