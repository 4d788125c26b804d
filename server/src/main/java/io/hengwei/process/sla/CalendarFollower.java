package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarVersion;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.Batch;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.sla.ClockStatements.Moved;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A new version of a calendar (next year's holidays) moves what is still due: running clocks keep what they have
/// counted and go on by the new version. Clocks that have stopped keep theirs; those that stand take the new one when
/// they resume.
@Component
class CalendarFollower {
    private static final int SET = 500;
    private final Calendars calendars;
    private final ClockRows rows;
    private final Renewal renewal;
    private final ClockStatements statements;
    private final Batch batch;
    private final RecordCards cards;
    private final TransactionTemplate transactions;
    private final ConcurrentHashMap<String, Integer> followed = new ConcurrentHashMap<>();

    CalendarFollower(
            Calendars calendars,
            ClockRows rows,
            ClockFold fold,
            Batch batch,
            RecordCards cards,
            TransactionTemplate transactions) {
        this.calendars = calendars;
        this.rows = rows;
        this.renewal = new Renewal(fold);
        this.statements = new ClockStatements(fold);
        this.batch = batch;
        this.cards = cards;
        this.transactions = transactions;
    }

    /// Looks at the clocks of those calendars only that have changed since this node last looked.
    void follow() {
        for (var calendar : calendars.all()) {
            if (Integer.valueOf(calendar.version()).equals(followed.get(calendar.id()))) continue;
            while (renew(calendar) == SET) continue;
            if (!isAnyLeft(calendar.id(), calendar.version())) followed.put(calendar.id(), calendar.version());
        }
    }

    /// A clock that somebody moved at that moment was left out: it is taken the next time.
    private boolean isAnyLeft(String calendar, int version) {
        return Scope.asSystem(() -> transactions.execute(ignored -> rows.isAnyCountingByOther(calendar, version)));
    }

    private int renew(CalendarVersion calendar) {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            var clocks = rows.countingByOther(calendar.id(), calendar.version(), SET);
            if (clocks.isEmpty()) return 0;
            var all = new ArrayList<Statement>();
            clocks.forEach(each -> all.addAll(statements.move(each, renewed(each.state(), calendar))));
            batch.run(all);
            cards.due(rows.earliestDue(
                    clocks.stream().map(RecordClock::record).distinct().toList()));
            return clocks.size();
        }));
    }

    private Moved renewed(ClockState clock, CalendarVersion calendar) {
        return renewal.of(clock, calendar.version(), calendar.calendar(), calendar.effectiveFrom());
    }
}
