package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarVersion;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A new version of a calendar (next year's holidays) moves what is still due: running clocks keep what they have
/// counted and go on by the new version. Clocks that have stopped keep theirs; those that stand take the new one when
/// they resume.
@Component
class CalendarFollower {
    private static final int SET = 500;

    /// A transaction that stands longer is ended by the database.
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(60);

    /// @param since when this node first saw the version
    /// @param settled whether nothing that counts by another one can be left
    private record Seen(int version, Instant since, boolean settled) {}

    private final Calendars calendars;
    private final ClockRows rows;
    private final Renewal renewal;
    private final ClockStatements statements;
    private final Batch batch;
    private final RecordCards cards;
    private final ClockNotices notices;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ConcurrentHashMap<String, Seen> followed = new ConcurrentHashMap<>();

    CalendarFollower(
            Calendars calendars,
            ClockRows rows,
            ClockFold fold,
            Batch batch,
            RecordCards cards,
            ClockNotices notices,
            TransactionTemplate transactions,
            Clock clock) {
        this.calendars = calendars;
        this.rows = rows;
        this.renewal = new Renewal(fold, new Measuring(() -> calendars.current(Calendars.ALWAYS)));
        this.statements = new ClockStatements(fold);
        this.batch = batch;
        this.cards = cards;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Looks at the clocks of those calendars only that have changed since this node last looked, a set at a time.
    ///
    /// @return whether there may be more at once
    boolean follow() {
        for (var calendar : calendars.all()) {
            var seen = followed.get(calendar.id());
            if (seen != null && seen.version() == calendar.version() && seen.settled()) continue;
            if (renew(calendar) == SET) return true;
            note(calendar, seen);
        }
        return false;
    }

    /// A clock that somebody moved at that moment was left out, and a command that began before the version was in
    /// force may still be on its way: such clocks are taken the next time.
    private void note(CalendarVersion calendar, @Nullable Seen seen) {
        var now = clock.instant();
        var since = seen != null && seen.version() == calendar.version() ? seen.since() : now;
        var settled = since.plus(LONGEST_COMMAND).isBefore(now) && !isAnyLeft(calendar.id(), calendar.version());
        followed.put(calendar.id(), new Seen(calendar.version(), since, settled));
    }

    private boolean isAnyLeft(String calendar, int version) {
        return Scope.asSystem(() -> transactions.execute(ignored -> rows.isAnyCountingByOther(calendar, version)));
    }

    private int renew(CalendarVersion calendar) {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            var clocks = rows.countingByOther(calendar.id(), calendar.version(), SET);
            if (clocks.isEmpty()) return 0;
            var turns = calendars.turns(calendar.id());
            var all = new ArrayList<Statement>();
            var missed = new ArrayList<RecordClock>();
            for (var each : clocks) {
                var moved = renewal.of(each.state(), turns);
                all.addAll(statements.move(each, moved));
                if (each.state().breachedAt() == null && moved.state().breachedAt() != null)
                    missed.add(each.at(moved.state()));
            }
            if (!missed.isEmpty()) all.addAll(told(missed));
            batch.run(all);
            cards.due(rows.earliestDue(
                    clocks.stream().map(RecordClock::record).distinct().toList()));
            return clocks.size();
        }));
    }

    /// What was over before the version came into force, and nobody had noticed.
    private List<Statement> told(List<RecordClock> missed) {
        var now = clock.instant();
        var ids = missed.stream()
                .map(each -> new RecordId(each.record()))
                .distinct()
                .toList();
        var known = cards.all(ids).stream()
                .collect(Collectors.toMap(card -> card.id().value(), card -> card));
        return missed.stream()
                .map(each -> {
                    var card = Objects.requireNonNull(known.get(each.record()));
                    var at = Objects.requireNonNull(each.state().breachedAt());
                    return notices.breached(each, card.unit(), card.version(), at, now);
                })
                .toList();
    }
}
