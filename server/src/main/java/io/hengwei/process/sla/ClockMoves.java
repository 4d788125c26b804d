package io.hengwei.process.sla;

import io.hengwei.platform.record.CommandContributor.Context;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordClocks.State;
import io.hengwei.process.sla.ClockStatements.Moved;
import io.hengwei.process.sla.ClockStatements.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a command does to a clock.
final class ClockMoves {
    private final ClockFold fold;
    private final Targets targets;

    ClockMoves(ClockFold fold, Targets targets) {
        this.fold = fold;
        this.targets = targets;
    }

    Moved by(Context context, RecordClock clock) {
        var course = new Course(clock.state());
        var rule = ClockRule.of(clock.kind(), clock.name());
        var command = context.command().commandName();
        var at = context.at();
        fold.breachBefore(clock.state(), at).ifPresent(course::take);
        if (clock.state().isOver()) {
            if (clock.state().state() == State.STOPPED && rule.restarts().contains(command)) course.resume(at);
        } else if (ClockRule.cancels(command)) {
            course.take(ClockEvent.of(ClockEvent.Kind.CANCEL, at));
        } else if (rule.stops().contains(command) || context.to().phase() == Phase.DONE) {
            course.take(ClockEvent.of(ClockEvent.Kind.STOP, at));
        } else {
            follow(context.to().phase(), at, course);
        }
        if (!course.state.isOver()) regrade(clock, context.record(), at, course);
        return new Moved(course.state, course.steps);
    }

    private static void follow(Phase phase, Instant at, Course course) {
        if (phase == Phase.WAITING && course.state.isRunning()) course.take(ClockEvent.of(ClockEvent.Kind.PAUSE, at));
        if (phase == Phase.OPEN && !course.state.isRunning()) course.resume(at);
    }

    private void regrade(RecordClock clock, ProcessRecord<?, ?> record, Instant at, Course course) {
        var level = FaultLevel.of(record.level());
        var systemClass = SystemClass.of(record.systemClass());
        if (course.state.target().isFor(level, systemClass)) return;
        var target = targets.choose(clock.name(), record, clock.state().startedAt());
        course.take(new ClockEvent(ClockEvent.Kind.RETARGET, at, target));
    }

    /// The clock on its way through what one command does to it.
    private final class Course {
        private ClockState state;
        private final List<Step> steps = new ArrayList<>();

        Course(ClockState state) {
            this.state = state;
        }

        void take(ClockEvent event) {
            state = fold.apply(state, event);
            steps.add(new Step(event, state.target()));
        }

        void resume(Instant at) {
            var target = targets.renewed(state.target(), state.startedAt());
            take(new ClockEvent(ClockEvent.Kind.RESUME, at, target));
        }
    }
}
