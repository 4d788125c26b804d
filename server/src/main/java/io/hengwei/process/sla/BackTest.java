package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarDrafts;
import io.hengwei.platform.calendar.CalendarLayer;
import io.hengwei.platform.calendar.WorkCalendar;
import io.hengwei.platform.record.FieldStory;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordClocks.Outcome;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What would have been kept or missed by other agreements and figures, beside what was: the clocks of a period live
/// once more, and nothing is written.
@Component
class BackTest {
    private static final int SET = 500;
    private static final int MOST = 50_000;
    private static final int EXAMPLES = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    /// @param from records opened not before
    /// @param to records opened before; a year at most
    /// @param agreements instead of those there are; null for these
    /// @param changes what a change of the record does, instead of the rules there are; null for these
    /// @param calendars drafts, by the calendar's id; those that stand on them follow
    /// @param figures by the key of their setting (`sla.restore.a.level-i`), as they are written
    record Question(
            @NotNull ClockName clock,
            @NotNull Instant from,
            @NotNull Instant to,
            @Nullable UUID unit,
            @Nullable @Valid Agreements agreements,
            ClockChange.@Nullable @Valid Rules changes,

            @Nullable @Size(max = 10)
            Map<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,39}") String, @NotNull @Valid CalendarLayer> calendars,

            @NotNull @Size(max = 60) Map<@NotBlank String, @NotBlank @Size(max = 60) String> figures) {
        ProposedRules.Proposal proposal() {
            return new ProposedRules.Proposal(agreements, changes, figures);
        }
    }

    /// How many clocks came out one way, and would come out another.
    record Pair(Verdict was, Verdict would, long clocks) {}

    enum Verdict {
        MET,
        MISSED,
        /// Still running, and not over its limit.
        OPEN
    }

    /// @param limit as it was in the end, and would be
    record Example(
            UUID record,
            String number,
            String title,
            Verdict was,
            Verdict would,
            String limit,
            String limitThen,
            @Nullable Instant breachedAt,
            @Nullable Instant breachedAtThen) {}

    /// @param cut whether there were more clocks than are looked at
    record Result(long clocks, List<Pair> pairs, List<Example> changed, boolean cut) {}

    private final ClockSets rows;
    private final CalendarDrafts drafts;
    private final Targets targets;
    private final FieldStory story;
    private final RecordCards cards;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /// One at a time on a node: each looks at tens of thousands of lives.
    private final Semaphore free = new Semaphore(1);

    BackTest(
            ClockSets rows,
            CalendarDrafts drafts,
            Targets targets,
            FieldStory story,
            RecordCards cards,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.targets = targets;
        this.story = story;
        this.cards = cards;
        this.transactions = transactions;
        this.clock = clock;
    }

    Result run(Question question) {
        Scope.current().require("setting:read");
        var reach = Scope.current().reach(BreachQueries.PERMISSION);
        var units = reach.everywhere() ? null : reach.units();
        if (!question.from().isBefore(question.to())
                || question.from().plus(LONGEST).isBefore(question.to()))
            throw Refused.invalid("backtest-period").at("to");
        if (!free.tryAcquire()) throw new Refused("backtest-busy");
        try {
            return run(question, units);
        } finally {
            free.release();
        }
    }

    private Result run(Question question, @Nullable Set<UnitId> units) {
        var drafted = question.calendars() == null ? Map.<String, WorkCalendar>of() : drafts.of(question.calendars());
        var proposed = targets.proposing(question.proposal(), drafted);
        var tally = new Tally();
        ClockSets.@Nullable Opened last = null;
        List<ClockSets.Opened> set;
        do {
            var behind = last;
            set = transactions.execute(ignored -> {
                var some = rows.opened(
                        question.clock().name(), question.from(), question.to(), question.unit(), units, behind, SET);
                lived(some, proposed, tally);
                return some;
            });
            if (!set.isEmpty()) last = set.getLast();
        } while (set.size() == SET && tally.clocks < MOST);
        return tally.result(set.size() == SET);
    }

    private void lived(List<ClockSets.Opened> some, Targets proposed, Tally tally) {
        if (some.isEmpty()) return;
        var events = rows.events(some.stream().map(each -> each.clock().id()).toList());
        var records = some.stream().map(each -> each.clock().record()).toList();
        var since = some.stream()
                .map(each -> each.clock().state().startedAt())
                .min(Instant::compareTo)
                .orElseThrow();
        var facts = story.of(records, since, "level", "priority", "assignmentGroup").stream()
                .collect(Collectors.groupingBy(FieldStory.Value::record));
        var matters = story.said(records, since, "kind");
        var fold = proposed.fold();
        var now = clock.instant();
        for (var each : some) {
            var known = facts.getOrDefault(each.clock().record(), List.of()).stream()
                    .map(fact -> new Replay.Fact(fact.at(), fact.field(), fact.value()))
                    .toList();
            var own = events.getOrDefault(each.clock().id(), List.of());
            if (own.isEmpty()) continue;
            var then = new Replay(fold, proposed, each.clock().name(), about(each, matters), own, known).run(now);
            tally.add(each.clock(), then);
        }
    }

    private static Bearings about(ClockSets.Opened each, Map<UUID, String> matters) {
        var about = each.about();
        return new Bearings(
                about.unit(),
                about.system(),
                matters.get(each.clock().record()),
                about.level(),
                about.systemClass(),
                about.priority());
    }

    static Verdict verdict(ClockState state) {
        if (state.breachedAt() != null) return Verdict.MISSED;
        return state.outcome() == Outcome.MET ? Verdict.MET : Verdict.OPEN;
    }

    private final class Tally {
        private record Kind(Verdict was, Verdict would) {}

        private record Changed(RecordClock clock, ClockState then) {}

        private final Map<Kind, Long> counts = new java.util.TreeMap<>(
                java.util.Comparator.comparing(Kind::was).thenComparing(Kind::would));
        private final List<Changed> changed = new ArrayList<>();
        private long clocks;

        void add(RecordClock was, ClockState then) {
            clocks++;
            var kind = new Kind(verdict(was.state()), verdict(then));
            counts.merge(kind, 1L, Long::sum);
            if (kind.was() != kind.would() && changed.size() < EXAMPLES) changed.add(new Changed(was, then));
        }

        Result result(boolean cut) {
            var known = transactions.execute(ignored -> cards.all(changed.stream()
                    .map(each -> new RecordId(each.clock().record()))
                    .distinct()
                    .toList()));
            var byId = known.stream().collect(Collectors.toMap(card -> card.id().value(), card -> card));
            var pairs = counts.entrySet().stream()
                    .map(each -> new Pair(each.getKey().was(), each.getKey().would(), each.getValue()))
                    .toList();
            var examples = new ArrayList<Example>();
            for (var each : changed) {
                var card = byId.get(each.clock().record());
                if (card != null && card.isVisible()) examples.add(example(card, each));
            }
            return new Result(clocks, pairs, examples, cut);
        }

        private Example example(RecordCard card, Changed each) {
            var was = each.clock().state();
            return new Example(
                    card.id().value(),
                    card.number(),
                    card.title(),
                    verdict(was),
                    verdict(each.then()),
                    was.target().limit(),
                    each.then().target().limit(),
                    was.breachedAt(),
                    each.then().breachedAt());
        }
    }
}
