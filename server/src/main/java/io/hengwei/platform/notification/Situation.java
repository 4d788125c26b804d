package io.hengwei.platform.notification;

import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UserId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A journal line with what the rules must know around it.
///
/// @param turn whose turn it is in the state the line led to; null when it changed no state
/// @param watchers who watches the record
/// @param dispatcher who last dispatched the record, or opened it
/// @param members the people of a group
/// @param holders people who hold a permission in the record's unit
/// @param roles people who hold one of some roles nearest to the record's unit
record Situation(
        JournalLine line,
        RecordCard card,
        @Nullable Turn turn,
        Set<UserId> watchers,
        @Nullable UserId dispatcher,
        Function<GroupId, Set<UserId>> members,
        Function<String, Set<UserId>> holders,
        Function<Set<String>, Set<UserId>> roles) {
    boolean opening() {
        return line.fromState() == null && line.toState() != null;
    }

    boolean stateChanged() {
        return line.toState() != null && !line.toState().equals(line.fromState());
    }

    /// The person the line itself names as assignee; the card may have moved on since.
    @Nullable
    UserId namedAssignee() {
        var id = id("assignee");
        return id == null ? null : new UserId(id);
    }

    Set<UserId> namedGroup() {
        var id = id("group");
        return id == null ? Set.of() : members.apply(new GroupId(id));
    }

    /// Whoever works on the record: its assignee, or everybody of its group while nobody is named.
    Set<UserId> handlers() {
        if (card.assignee() != null) return Set.of(card.assignee());
        return card.assignmentGroup() == null ? Set.of() : members.apply(card.assignmentGroup());
    }

    /// Whom a step of escalation tells.
    Set<UserId> escalatedTo() {
        var told = new LinkedHashSet<>(roles.apply(texts("roles")));
        for (var hearer : texts("hearers"))
            told.addAll(
                    switch (hearer) {
                        case "HANDLERS" -> handlersOrDispatchers();
                        case "DISPATCHER" -> dispatchers();
                        case "WATCHERS" -> watchers;
                        default -> Set.<UserId>of();
                    });
        return told;
    }

    private Set<String> texts(String field) {
        return line.body().path(field).valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    /// Handlers, or those who can find one.
    Set<UserId> handlersOrDispatchers() {
        var handlers = handlers();
        return handlers.isEmpty() ? holding("dispatch") : handlers;
    }

    Set<UserId> holding(String act) {
        return holders.apply(card.kind().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + act);
    }

    /// Whose word the record waits for since this line, and did not before.
    Set<UserId> newlyAsked() {
        var changed = line.body().path("changed").path("asked");
        var before = people(changed.path("from"));
        var now = people(changed.path("to"));
        now.removeAll(before);
        return now;
    }

    /// Whose word the record waits for now.
    Set<UserId> asked() {
        return card.asked().stream().map(UserId::new).collect(Collectors.toSet());
    }

    private static Set<UserId> people(JsonNode ids) {
        return ids.valueStream()
                .map(id -> new UserId(UUID.fromString(id.asString())))
                .collect(Collectors.toSet());
    }

    /// Whom the record is about: who takes part without being asked for a word.
    Set<UserId> concerned() {
        var concerned = card.participants().stream().map(UserId::new).collect(Collectors.toSet());
        concerned.removeAll(asked());
        return concerned;
    }

    Set<UserId> dispatchers() {
        return dispatcher == null ? Set.of() : Set.of(dispatcher);
    }

    static Set<UserId> both(Set<UserId> some, Set<UserId> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private @Nullable UUID id(String field) {
        try {
            return line.text(field).isEmpty() ? null : UUID.fromString(line.text(field));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
