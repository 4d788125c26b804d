package io.hengwei.process.sla;

import io.hengwei.process.sla.ClockChange.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lives a clock once more by other rules: it starts, pauses and stops when it did; which limit it has follows from
/// what was known of its record at the time. By the rules it had it comes to the same.
final class Replay {
    /// A field of the record has another value.
    record Fact(Instant at, String field, @Nullable String value) {}

    private final ClockFold fold;
    private final Targets targets;
    private final ClockName name;
    private final Bearings base;
    private final List<ClockEvent> events;
    private final List<Fact> facts;
    private final Map<String, @Nullable String> known = new HashMap<>();

    private SystemClass systemClass;

    /// What has happened to it this time.
    private final List<ClockEvent> lived = new ArrayList<>();

    /// @param base unit, system and sort of the record; its level and priority follow from the facts, the class of its
    ///   system from the events
    /// @param facts in their order, those at the opening first
    Replay(ClockFold fold, Targets targets, ClockName name, Bearings base, List<ClockEvent> events, List<Fact> facts) {
        this.fold = fold;
        this.targets = targets;
        this.name = name;
        this.base = base;
        this.events = events;
        this.facts = facts;
        this.systemClass = base.systemClass();
    }

    /// Where the clock stands at `now`, or stood when it was over.
    ClockState run(Instant now) {
        var first = events.getFirst();
        var start = first.at();
        facts.stream().filter(fact -> !fact.at().isAfter(start)).forEach(this::learn);
        systemClass = Objects.requireNonNull(first.target()).systemClass();
        var target = targets.choose(name, about(), start, Objects.requireNonNull(first.target()));
        lived.add(ClockEvent.of(ClockEvent.Kind.START, start, target));
        var state = ClockState.started(target, start);
        for (var at : instants(start)) state = step(state, at);
        return breached(state, now);
    }

    private List<Instant> instants(Instant start) {
        var all = new HashSet<Instant>();
        events.stream().filter(event -> !event.kind().isNotice()).forEach(event -> all.add(event.at()));
        facts.forEach(fact -> all.add(fact.at()));
        all.removeIf(at -> !at.isAfter(start));
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /// What happened to the clock at this instant, then what the change of its record means for it, as commands do it.
    private ClockState step(ClockState before, Instant at) {
        var state = breached(before, at);
        var changes = changes(at);
        for (var event : at(at)) state = moved(state, event, changes);
        return state.isOver() ? state : regraded(state, changes, at);
    }

    private ClockState take(ClockState state, ClockEvent event) {
        lived.add(event);
        return fold.apply(state, event);
    }

    private List<ClockEvent> at(Instant at) {
        return events.subList(1, events.size()).stream()
                .filter(event -> event.at().equals(at) && !event.kind().isNotice())
                .toList();
    }

    private ClockState moved(ClockState state, ClockEvent event, Set<ClockChange> changes) {
        return switch (event.kind()) {
            case RESUME -> {
                if (state.isOver() && name.ours()) changes.add(ClockChange.REOPENED);
                yield take(state, ClockEvent.of(ClockEvent.Kind.RESUME, event.at(), as(state, event)));
            }
            // Another version of the calendar; what followed from a change of the record follows from that again.
            case RETARGET ->
                changes.isEmpty()
                        ? take(state, ClockEvent.of(ClockEvent.Kind.RETARGET, event.at(), as(state, event)))
                        : state;
            case START, RESTART -> state;
            case CORRECT -> {
                var current = state;
                for (var each : ClockExplanation.corrected(List.copyOf(lived), fold, corrected(event)))
                    current = take(current, each);
                yield current;
            }
            default -> take(state, event);
        };
    }

    /// What is taken back is what these rules have counted in the stretch.
    private ClockEvent corrected(ClockEvent event) {
        var correction = Objects.requireNonNull(event.correction());
        var strip = ClockExplanation.strip(List.copyOf(lived), fold, Map.of(), event.at());
        var counted = Duration.of(strip.countedMicros(correction.from(), correction.to()), ChronoUnit.MICROS);
        return ClockEvent.correction(
                event.at(), new ClockEvent.Correction(correction.from(), correction.to(), counted));
    }

    /// The target it has, by the calendar's version of the time.
    private Target as(ClockState state, ClockEvent event) {
        var then = Objects.requireNonNull(event.target());
        var target = state.target();
        return target.calendar().equals(then.calendar())
                ? targets.counted(target, then, state.startedAt())
                : targets.renewed(target, state.startedAt(), event.at());
    }

    private ClockState regraded(ClockState state, Set<ClockChange> changes, Instant at) {
        var about = about();
        var effect = targets.effect(name, changes, about);
        if (effect == Effect.CONTINUE) return state;
        var from = effect == Effect.RESTART ? at : state.startedAt();
        var target = targets.choose(name, about, from, state.target());
        if (effect == Effect.RESTART) return take(state, ClockEvent.of(ClockEvent.Kind.RESTART, at, target));
        return target.equals(state.target()) ? state : take(state, ClockEvent.of(ClockEvent.Kind.RETARGET, at, target));
    }

    private Set<ClockChange> changes(Instant at) {
        var changes = EnumSet.noneOf(ClockChange.class);
        for (var event : at(at)) {
            if (event.target() == null || event.target().systemClass() == systemClass) continue;
            systemClass = event.target().systemClass();
            changes.add(ClockChange.SERVICE);
        }
        for (var fact : facts) {
            if (!fact.at().equals(at)) continue;
            learn(fact);
            switch (fact.field()) {
                case "level" -> changes.add(ClockChange.LEVEL);
                case "priority" -> changes.add(ClockChange.PRIORITY);
                case "assignmentGroup" -> changes.add(ClockChange.GROUP);
                default -> {}
            }
        }
        return changes;
    }

    private void learn(Fact fact) {
        known.put(fact.field(), fact.value());
    }

    private Bearings about() {
        return new Bearings(
                base.unit(),
                base.system(),
                base.matter(),
                FaultLevel.of(known.get("level")),
                systemClass,
                known.get("priority"));
    }

    private ClockState breached(ClockState state, Instant at) {
        return fold.breachBefore(state, at).map(event -> take(state, event)).orElse(state);
    }
}
