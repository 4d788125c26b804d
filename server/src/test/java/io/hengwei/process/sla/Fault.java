package io.hengwei.process.sla;

import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.CommandContributor.Context;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordCommand;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The smallest record that has limits: what clocks need to know of an incident, and nothing of incidents.
class Fault extends ProcessRecord<Fault.State, Fault.Command> {
    enum State implements RecordState {
        NEW(Phase.OPEN),
        WAITING(Phase.WAITING),
        RESTORED(Phase.OPEN),
        OVER(Phase.DONE);

        private final Standing standing;

        State(Phase phase) {
            standing = new Standing(phase, Turn.DESK);
        }

        @Override
        public Standing standing() {
            return standing;
        }
    }

    sealed interface Command extends RecordCommand {}

    record Confirm() implements Command {}

    record Regrade(String level) implements Command {}

    record RecordWork() implements Command {}

    record Prioritise(String priority) implements Command {}

    record Move(UUID system) implements Command {}

    record Dispatch() implements Command {}

    record Wait() implements Command {}

    record WaitFor(String reason) implements Command {}

    record Resume() implements Command {}

    record Resolve() implements Command {}

    record Reopen() implements Command {}

    record Cancel() implements Command {}

    record Rename() implements Command {}

    record Open() implements Operation {}

    static final Lifecycle<State, Command> LIFECYCLE = Lifecycle.<State, Command>startingIn(State.NEW)
            .in(Confirm.class, from(State.NEW))
            .in(Regrade.class, from(State.NEW, State.WAITING))
            .in(RecordWork.class, from(State.NEW))
            .in(Prioritise.class, from(State.NEW, State.WAITING))
            .in(Move.class, from(State.NEW))
            .in(Dispatch.class, from(State.NEW, State.WAITING))
            .on(WaitFor.class, from(State.NEW), to(State.WAITING))
            .in(Rename.class, from(State.NEW))
            .on(Wait.class, from(State.NEW), to(State.WAITING))
            .on(Resume.class, from(State.WAITING), to(State.NEW))
            .on(Resolve.class, from(State.NEW, State.WAITING), to(State.RESTORED))
            .on(Reopen.class, from(State.RESTORED), to(State.NEW))
            .on(Cancel.class, from(State.NEW), to(State.OVER));
    static final RecordType<Fault, State, Command> TYPE = new RecordType<>(
            "INCIDENT",
            "INC",
            "/api/faults",
            Fault.class,
            Command.class,
            LIFECYCLE,
            Set.of(),
            Set.of(),
            Set.of(),
            ignored -> Map.of());

    private String level;
    private String priority;
    private String waitsFor;

    Fault(UnitId unit, Instant at) {
        super(
                new Birth(RecordId.next(), "T" + UUID.randomUUID(), at, Scope.SYSTEM, new Open()),
                "fault",
                "",
                unit,
                null);
    }

    Context opened() {
        return new Context(TYPE, this, new Open(), Set.of(), null, State.NEW, Scope.SYSTEM, openedAt());
    }

    Context after(Command command, Instant at) {
        var from = state();
        perform(command, Scope.SYSTEM, at);
        return new Context(TYPE, this, command, changed(command), from, state(), Scope.SYSTEM, at);
    }

    private static Set<String> changed(Command command) {
        return switch (command) {
            case Regrade regrade -> Set.of("level");
            case Prioritise urgent -> Set.of("priority");
            case Move move -> Set.of("system");
            case Dispatch dispatch -> Set.of("assignmentGroup");
            default -> Set.of();
        };
    }

    @Override
    protected Lifecycle<State, Command> lifecycle() {
        return LIFECYCLE;
    }

    @Override
    protected void apply(Command command) {
        switch (command) {
            case Regrade regrade -> level = regrade.level();
            case Prioritise urgent -> priority = urgent.priority();
            case Move move -> concern(move.system());
            case WaitFor wait -> waitsFor = wait.reason();
            default -> {}
        }
    }

    @Override
    public String level() {
        return level;
    }

    @Override
    public String priority() {
        return priority;
    }

    @Override
    public String matter() {
        return "FAULT";
    }

    @Override
    public String waitsFor() {
        return state() == State.WAITING ? waitsFor : null;
    }

    @Override
    public String systemClass() {
        return "A";
    }
}
