package io.hengwei.platform.record;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A kind of record as the kernel must know it. Each process module declares one as a bean.
///
/// @param kind code name, `INCIDENT`
/// @param prefix of its numbers, `INC`
/// @param path of its pages and of its API, `/api/incidents`
/// @param requesterMay commands that the requester of a record may perform on it without any grant
/// @param handlerMay commands that its assignee (or, while nobody is assigned, its group) may perform without any grant
/// @param askedMay commands that those whose word it waits for may perform without any grant
/// @param details the kind's own fields, by name, for the record page
public record RecordType<R extends ProcessRecord<S, C>, S extends Enum<S> & RecordState, C extends RecordCommand>(
        String kind,
        String prefix,
        String path,
        Class<R> aggregate,
        Class<C> commands,
        Lifecycle<S, C> lifecycle,
        Set<Class<? extends C>> requesterMay,
        Set<Class<? extends C>> handlerMay,
        Set<Class<? extends C>> askedMay,
        Function<R, Map<String, Object>> details) {
    public static final List<String> COMMON = List.of("open", "read", "export", "comment", "note", "link", "attach");

    /// `incident:resolve`: derived from kind and command, written nowhere.
    public String permission(String act) {
        return kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ":"
                + Rows.snake(act).replace('_', '-');
    }

    String permission(Class<?> command) {
        return permission(command.getSimpleName());
    }

    /// Whose turn the desk's is: of whoever dispatches, and where nothing is dispatched, of whoever reads.
    public String deskPermission() {
        var dispatched = Arrays.stream(commands.getPermittedSubclasses())
                .anyMatch(command -> command.getSimpleName().equals("Dispatch"));
        return permission(dispatched ? "dispatch" : "read");
    }

    /// Every permission there is for this kind.
    public List<String> permissions() {
        return Stream.concat(
                        COMMON.stream().map(this::permission),
                        Arrays.stream(commands.getPermittedSubclasses())
                                .filter(c -> !AutomaticCommand.class.isAssignableFrom(c))
                                .map(this::permission))
                .toList();
    }

    boolean allows(Scope scope, ProcessRecord<?, ?> record, Class<?> command) {
        if (AutomaticCommand.class.isAssignableFrom(command)) return scope.trusted();
        if (!scope.admits(permission(command))) return false;
        return scope.may(permission(command), record.unit())
                || scope.me().equals(record.requester()) && requesterMay.contains(command)
                || record.isHandledBy(scope.me(), scope.groups()) && handlerMay.contains(command)
                || record.asked().contains(scope.me()) && askedMay.contains(command);
    }

    /// What this person may do to the record now, the natural next command first.
    public List<Class<? extends C>> possible(ProcessRecord<?, ?> record, Scope scope) {
        return lifecycle.availableIn(record.state()).stream()
                .filter(command -> allows(scope, record, command))
                .filter(record::admits)
                .toList();
    }

    /// The states whose turn is the desk's in which this person may do something somewhere.
    public Set<String> mineToDecide(Scope scope) {
        return Stream.of(lifecycle.initial().getDeclaringClass().getEnumConstants())
                .filter(state -> state.turn() == Turn.DESK)
                .filter(state -> lifecycle.availableIn(state).stream()
                        .filter(command -> !AutomaticCommand.class.isAssignableFrom(command))
                        .anyMatch(command -> scope.maySomewhere(permission(command))))
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    boolean visible(Scope scope, ProcessRecord<?, ?> record) {
        return scope.admits(permission("read"))
                && (scope.may(permission("read"), record.unit()) || takesPart(scope, record));
    }

    static boolean takesPart(Scope scope, ProcessRecord<?, ?> record) {
        return scope.me().equals(record.requester())
                || record.isHandledBy(scope.me(), scope.groups())
                || record.assignmentGroup() != null && scope.groups().contains(record.assignmentGroup())
                || record.participants().contains(scope.me());
    }
}
