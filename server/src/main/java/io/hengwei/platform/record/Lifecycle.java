package io.hengwei.platform.record;

import io.hengwei.platform.shared.Refused;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The life cycle of a record kind as a table: command, from, to. Rows stand in the order in which actions are offered;
/// each state may name its natural next command, which then comes first.
///
/// @param <S> the states
/// @param <C> the sealed family of commands
public final class Lifecycle<S extends Enum<S> & RecordState, C extends RecordCommand> {
    /// One row; `to` null means that the state stays.
    public record Transition<S, C>(
            Class<? extends C> command,
            Set<S> from,
            @Nullable S to) {}

    private final S initial;
    private final Map<Class<? extends C>, Transition<S, C>> table = new LinkedHashMap<>();

    private final Map<S, Class<? extends C>> natural = new LinkedHashMap<>();

    private Lifecycle(S initial) {
        this.initial = initial;
    }

    public static <S extends Enum<S> & RecordState, C extends RecordCommand> Lifecycle<S, C> startingIn(S initial) {
        return new Lifecycle<>(initial);
    }

    @SafeVarargs
    public static <S> Set<S> from(S... states) {
        return Set.of(states);
    }

    public static <S> S to(S state) {
        return state;
    }

    public Lifecycle<S, C> on(Class<? extends C> command, Set<S> from, S to) {
        return put(new Transition<>(command, from, to));
    }

    /// A command that is possible in these states and changes none.
    public Lifecycle<S, C> in(Class<? extends C> command, Set<S> states) {
        return put(new Transition<>(command, states, null));
    }

    /// In this state the command is what usually comes next.
    public Lifecycle<S, C> naturally(S state, Class<? extends C> command) {
        natural.put(state, command);
        return this;
    }

    private Lifecycle<S, C> put(Transition<S, C> transition) {
        if (table.put(transition.command(), transition) != null)
            throw new IllegalStateException(transition.command() + " twice");
        return this;
    }

    public S initial() {
        return initial;
    }

    public List<Transition<S, C>> transitions() {
        return List.copyOf(table.values());
    }

    /// Commands possible in the state, the natural next one first.
    public List<Class<? extends C>> availableIn(Object state) {
        var first = natural.get(state);
        return table.values().stream()
                .filter(t -> t.from().contains(state))
                .<Class<? extends C>>map(Transition::command)
                .sorted(Comparator.comparing(c -> c != first))
                .toList();
    }

    S next(S state, C command) {
        var transition = table.get(command.getClass());
        if (transition == null || !transition.from().contains(state))
            throw new IllegalTransition(command.commandName(), state.name());
        return transition.to() == null ? state : transition.to();
    }

    static final class IllegalTransition extends Refused {
        IllegalTransition(String command, String state) {
            super(org.springframework.http.HttpStatus.CONFLICT, "illegal-transition", "transition", command, state);
        }
    }
}
