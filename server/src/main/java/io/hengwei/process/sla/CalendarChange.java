package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarEffects;
import io.hengwei.platform.calendar.CalendarTurn;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What a calendar that is not published yet would do to the running clocks: the same `Renewal` that follows once it
/// is.
@Component
class CalendarChange implements CalendarEffects {
    private static final int SET = 5_000;
    private static final int EXAMPLES = 20;
    private static final int CANDIDATES = 200;

    /// A clock that would be due at another time.
    private record Shift(RecordClock clock, Instant due, Instant dueThen) {
        RecordId record() {
            return new RecordId(clock.record());
        }

        Duration length() {
            return Duration.between(due, dueThen).abs();
        }
    }

    private final ClockRows rows;
    private final RecordCards cards;
    private final Calendars calendars;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CalendarChange(
            ClockRows rows, RecordCards cards, Calendars calendars, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.cards = cards;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Effect of(Map<String, List<CalendarTurn>> next) {
        var tally = new Tally(next);
        Scope.asSystem(() -> next.keySet().forEach(calendar -> count(calendar, tally)));
        return new Effect(
                tally.running, tally.earlier, tally.later, tally.overdue, tally.takenBack, examples(tally.furthest()));
    }

    /// Each set in a transaction of its own: nobody waits for this.
    private void count(String calendar, Tally tally) {
        RecordClock last = null;
        List<RecordClock> set;
        do {
            var behind = last;
            set = transactions.execute(ignored -> rows.counting(calendar, behind, SET));
            set.forEach(tally::add);
            if (!set.isEmpty()) last = set.getLast();
        } while (set.size() == SET);
    }

    /// Those of records that the person sees, furthest first.
    private List<Example> examples(List<Shift> furthest) {
        var seen = new HashMap<UUID, RecordCard>();
        for (var card :
                cards.all(furthest.stream().map(Shift::record).distinct().toList()))
            if (card.isVisible()) seen.put(card.id().value(), card);
        var examples = new ArrayList<Example>();
        for (var shift : furthest) {
            var card = seen.get(shift.clock().record());
            if (card != null && examples.size() < EXAMPLES) examples.add(example(card, shift));
        }
        return examples;
    }

    private static Example example(RecordCard card, Shift shift) {
        return new Example(
                card.id().value(),
                card.kind(),
                card.number(),
                card.title(),
                shift.clock().name().name(),
                shift.due(),
                shift.dueThen());
    }

    private final class Tally {
        private final Map<String, List<CalendarTurn>> next;
        private final Instant now = clock.instant();
        private final ClockFold fold = new ClockFold(this::version);
        private final Renewal renewal = new Renewal(fold, new Measuring(() -> calendars.current(Calendars.ALWAYS)));
        private final PriorityQueue<Shift> furthest = new PriorityQueue<>(Comparator.comparing(Shift::length));
        private long running;
        private long earlier;
        private long later;
        private long overdue;
        private long takenBack;

        Tally(Map<String, List<CalendarTurn>> next) {
            this.next = next;
        }

        /// Also one that is not there yet.
        private WorkCalendar version(String id, int version) {
            return next.getOrDefault(id, List.of()).stream()
                    .filter(turn -> turn.version() == version)
                    .findFirst()
                    .map(CalendarTurn::calendar)
                    .orElseGet(() -> calendars.byId(id, version));
        }

        void add(RecordClock each) {
            running++;
            var state = each.state();
            var turns = Objects.requireNonNull(next.get(state.target().calendar()));
            var renewed = renewal.of(state, turns).state();
            var due = fold.dueAt(state);
            var then = fold.dueAt(renewed);
            if (due == null || then == null || due.equals(then)) return;
            if (then.isBefore(due)) earlier++;
            else later++;
            if (!due.isBefore(now) && then.isBefore(now)) overdue++;
            if (state.breachedAt() != null && renewed.breachedAt() == null) takenBack++;
            furthest.add(new Shift(each, due, then));
            if (furthest.size() > CANDIDATES) furthest.remove();
        }

        List<Shift> furthest() {
            var shifts = new ArrayList<>(furthest);
            shifts.sort(Comparator.comparing(Shift::length).reversed());
            return shifts;
        }
    }
}
