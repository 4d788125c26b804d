package io.hengwei.process.sla;

import io.hengwei.platform.record.CommandContributor.Context;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordClocks.State;
import io.hengwei.process.sla.ClockChange.Effect;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/// What a command does to a clock.
final class ClockMoves {
    private static final Map<String, ClockChange> CHANGES = Map.of(
            "level", ClockChange.LEVEL,
            "priority", ClockChange.PRIORITY,
            "system", ClockChange.SERVICE,
            "assignmentGroup", ClockChange.GROUP);

    private final ClockFold fold;
    private final Targets targets;
    private final ToIntBiFunction<UUID, String> pauses;

    /// @param pauses how often a clock has stood still for a reason
    ClockMoves(ClockFold fold, Targets targets, ToIntBiFunction<UUID, String> pauses) {
        this.fold = fold;
        this.targets = targets;
        this.pauses = pauses;
    }

    /// What a record's limits depend on and the command has changed.
    static boolean regrades(Context context) {
        return context.changed().stream().anyMatch(CHANGES::containsKey);
    }

    Moved by(Context context, RecordClock clock) {
        var about = Bearings.of(context.record());
        var course = new Course(clock, about);
        var rule = ClockRule.of(clock.kind(), clock.name());
        var command = context.command().commandName();
        var at = context.at();
        var changes = changes(context, clock, about);
        course.takeWhatWasDue(at);
        if (clock.state().isOver()) {
            if (clock.state().state() == State.STOPPED && rule.restarts().contains(command)) {
                changes.add(ClockChange.REOPENED);
                course.resume(at);
            } else if (clock.state().state() == State.STOPPED && !rule.isOurs() && rule.runsAfter(context)) {
                course.resume(at);
            }
        } else if (ClockRule.cancels(command)) {
            course.take(ClockEvent.of(ClockEvent.Kind.CANCEL, at));
        } else if (rule.stops().contains(command) || context.to().phase() == Phase.DONE) {
            course.take(ClockEvent.of(ClockEvent.Kind.STOP, at));
        } else {
            course.follow(rule, context);
        }
        if (!course.state.isOver()) course.change(changes, at);
        return new Moved(course.state, course.steps);
    }

    /// What would become of the clock if this changed now, and nothing else happened.
    Moved changed(RecordClock clock, Set<ClockChange> changes, Bearings then, Instant at) {
        var course = new Course(clock, then);
        if (changes.contains(ClockChange.REOPENED) && course.state.state() == State.STOPPED) course.resume(at);
        if (!course.state.isOver()) course.change(changes, at);
        return new Moved(course.state, course.steps);
    }

    private static Set<ClockChange> changes(Context context, RecordClock clock, Bearings about) {
        var changes = EnumSet.noneOf(ClockChange.class);
        context.changed().stream()
                .filter(CHANGES::containsKey)
                .map(CHANGES::get)
                .forEach(changes::add);
        // The class of a system changes without any command of the record.
        if (clock.state().target().systemClass() != about.systemClass()) changes.add(ClockChange.SERVICE);
        return changes;
    }

    /// The clock on its way through what one command does to it.
    private final class Course {
        private final RecordClock clock;
        private final Bearings about;
        private ClockState state;
        private final List<Step> steps = new ArrayList<>();

        Course(RecordClock clock, Bearings about) {
            this.clock = clock;
            this.about = about;
            this.state = clock.state();
        }

        void take(ClockEvent event) {
            state = fold.apply(state, event);
            steps.add(new Step(event, state.target()));
        }

        /// The command came before anybody noticed: a pause that was over, a breach, a step. A warning is of no use any
        /// more.
        void takeWhatWasDue(Instant at) {
            var until = state.pausedUntil();
            if (until != null && !until.isAfter(at)) resume(until);
            fold.dueBefore(state, at).stream()
                    .filter(event -> event.kind() != ClockEvent.Kind.WARN)
                    .forEach(this::take);
        }

        void resume(Instant at) {
            var target = targets.renewed(state.target(), state.startedAt(), at);
            take(ClockEvent.of(ClockEvent.Kind.RESUME, at, target));
        }

        /// A clock that runs on because it has stood still long enough is not stopped again while the record waits on.
        void follow(ClockRule rule, Context context) {
            var runs = rule.runsAfter(context);
            if (runs && !state.isRunning()) resume(context.at());
            if (runs || !state.isRunning()) return;
            var waits = context.from() != null && context.from().phase() == Phase.WAITING;
            if (!rule.isOurs()) take(ClockEvent.pause(context.at(), null, null));
            else if (!waits) pause(context.record().waitsFor(), context.at());
        }

        private void pause(@Nullable String reason, Instant at) {
            var limit = targets.pauseLimit(reason, about);
            var times = limit == null ? null : limit.times();
            if (times != null && reason != null && pauses.applyAsInt(clock.id(), reason) >= times) {
                take(ClockEvent.noPause(at, reason));
                return;
            }
            var longest = limit == null ? null : limit.longest();
            take(ClockEvent.pause(at, reason, longest == null ? null : at.plus(longest)));
        }

        void change(Set<ClockChange> changes, Instant at) {
            var effect = targets.effect(clock.name(), changes, about);
            if (effect == Effect.RESTART) {
                take(ClockEvent.of(ClockEvent.Kind.RESTART, at, targets.choose(clock.name(), about, at)));
            } else if (effect == Effect.RETARGET) {
                var target = targets.choose(clock.name(), about, state.startedAt());
                if (!target.equals(state.target())) take(ClockEvent.of(ClockEvent.Kind.RETARGET, at, target));
            }
        }
    }
}
