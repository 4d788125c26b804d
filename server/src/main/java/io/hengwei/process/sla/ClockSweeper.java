package io.hengwei.process.sla;

import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.sla.ClockSets.Due;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Notices warnings, breaches and steps of escalation of clocks that have come due: once, whichever node is quicker,
/// also those of a time when none was up. No record is loaded; a set is claimed, written and journalled in two round
/// trips.
@Component
class ClockSweeper {
    static final int SET = 500;
    private static final String NOTICE = """
        with noticed (id, at, breach, next) as (select * from unnest(cast(? as uuid[]), cast(? as timestamptz[]), cast(? as boolean[]), cast(? as timestamptz[]))),
        moved as (
            update sla.clock c set events = c.events + 1,
                warned_at = case when n.breach then c.warned_at else n.at end,
                breached_at = case when n.breach then n.at end,
                next_check_at = n.next
            from noticed n where n.id = c.id
            returning c.*, n.at, n.breach)
        insert into sla.clock_event (clock, seq, kind, at, %1$s)
        select id, events, case when breach then 'BREACH' else 'WARN' end, at, %1$s from moved""".formatted(ClockRows.TARGET);

    /// What has come due of one clock.
    private record Noticed(Due due, List<ClockEvent> events, ClockState after) {
        /// Most clocks are only late, or about to be.
        boolean isPlain() {
            return events.size() == 1 && events.getFirst().kind() != ClockEvent.Kind.ESCALATE;
        }

        boolean isBreach() {
            return events.getFirst().kind() == ClockEvent.Kind.BREACH;
        }
    }

    private final ClockSets rows;
    private final ClockFold fold;
    private final Targets targets;
    private final ClockStatements statements;
    private final Batch batch;
    private final ClockNotices notices;
    private final Bell feedBell;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClockSweeper(
            ClockSets rows,
            ClockFold fold,
            Targets targets,
            Batch batch,
            ClockNotices notices,
            Bell feedBell,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.fold = fold;
        this.targets = targets;
        this.statements = new ClockStatements(fold);
        this.batch = batch;
        this.notices = notices;
        this.feedBell = feedBell;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return how many clocks of a set were noticed; a full set means that there may be more
    int sweep() {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            var now = clock.instant();
            var due = rows.due(now, SET);
            if (due.isEmpty()) return 0;
            var noticed = due.stream().map(each -> noticed(each, now)).toList();
            var all = new ArrayList<Statement>();
            var plain = noticed.stream().filter(Noticed::isPlain).toList();
            if (!plain.isEmpty()) all.add(notice(plain));
            for (var each : noticed) {
                // Also where nothing is due after all: somebody looks at it again when it is.
                if (!each.isPlain()) all.addAll(statements.move(each.due().clock(), moved(each)));
                each.events().forEach(event -> all.add(line(each, event, now)));
            }
            feedBell.ringAfterCommit();
            batch.run(all);
            return due.size();
        }));
    }

    private Noticed noticed(Due due, Instant now) {
        var events = fold.dueBefore(due.clock().state(), now);
        var state = due.clock().state();
        for (var event : events) state = fold.apply(state, event);
        return new Noticed(due, events, state);
    }

    private static Moved moved(Noticed noticed) {
        var target = noticed.after().target();
        return new Moved(
                noticed.after(),
                noticed.events().stream().map(event -> new Step(event, target)).toList());
    }

    private Statement notice(List<Noticed> plain) {
        return Statement.of(
                NOTICE,
                plain.stream().map(each -> each.due().clock().id()).toArray(UUID[]::new),
                plain.stream()
                        .map(each -> each.events().getFirst().at().toString())
                        .toArray(String[]::new),
                plain.stream().map(Noticed::isBreach).toArray(Boolean[]::new),
                plain.stream().map(each -> text(fold.nextCheckAt(each.after()))).toArray(String[]::new));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private Statement line(Noticed noticed, ClockEvent event, Instant now) {
        var due = noticed.due();
        var each = due.clock();
        return switch (event.kind()) {
            case BREACH -> notices.breached(each, due.unit(), due.version(), event.at(), now);
            case ESCALATE -> {
                var mark = Objects.requireNonNull(event.mark());
                var steps = targets.steps(each.name(), due.about(), mark);
                yield notices.escalated(each, due.unit(), due.version(), event.at(), mark, steps, now);
            }
            default -> {
                var end = Objects.requireNonNull(fold.dueAt(each.state()));
                yield notices.warned(each, due.unit(), due.version(), event.at(), end, now);
            }
        };
    }
}
