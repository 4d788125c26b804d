package io.hengwei.platform.notification;

import static io.hengwei.platform.notification.Text.Key.ARRIVED;
import static io.hengwei.platform.notification.Text.Key.ASKED;
import static io.hengwei.platform.notification.Text.Key.ASSIGNED;
import static io.hengwei.platform.notification.Text.Key.BREACHED;
import static io.hengwei.platform.notification.Text.Key.CHANGED;
import static io.hengwei.platform.notification.Text.Key.COMMENTED;
import static io.hengwei.platform.notification.Text.Key.ENDING;
import static io.hengwei.platform.notification.Text.Key.ESCALATED;
import static io.hengwei.platform.notification.Text.Key.GROUP_ASSIGNED;
import static io.hengwei.platform.notification.Text.Key.NOTED;
import static io.hengwei.platform.notification.Text.Key.OVERDUE;
import static io.hengwei.platform.notification.Text.Key.REPORTED;
import static io.hengwei.platform.notification.Text.Key.TO_REVIEW;
import static io.hengwei.platform.notification.Text.Key.VERIFY;
import static io.hengwei.platform.notification.Text.Key.WARNING;

import io.hengwei.platform.notification.Text.Key;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Who hears of what. The first rule that names a person decides what that person is told; nobody is told twice of one
/// line.
final class Rules {
    record Rule(Key key, Predicate<Situation> when, Function<Situation, Collection<UserId>> who) {}

    private static final Set<String> HANDED_OVER = Set.of("Dispatch", "Transfer");

    private static final List<Rule> ALL = List.of(
            new Rule(
                    ASSIGNED,
                    s -> handedOver(s) && s.namedAssignee() != null,
                    s -> Set.of(java.util.Objects.requireNonNull(s.namedAssignee()))),
            new Rule(GROUP_ASSIGNED, s -> handedOver(s) && s.namedAssignee() == null, Situation::namedGroup),
            new Rule(ENDING, s -> s.opening() && s.line().text("cause").equals("ENDING"), Situation::concerned),
            new Rule(TO_REVIEW, s -> isReview(s) && !s.newlyAsked().isEmpty(), Situation::newlyAsked),
            new Rule(REPORTED, named("ReportLevel"), Situation::asked),
            new Rule(OVERDUE, named("Overdue"), s -> Situation.both(s.asked(), s.holding("execute"))),
            new Rule(ASKED, s -> !s.newlyAsked().isEmpty(), Situation::newlyAsked),
            new Rule(ASKED, named("Urge"), Situation::asked),
            new Rule(ARRIVED, s -> s.opening() && s.turn() == Turn.DESK, s -> s.holding("confirm")),
            new Rule(COMMENTED, named("Comment"), s -> Situation.both(requester(s), s.handlersOrDispatchers())),
            new Rule(COMMENTED, named("Comment"), Situation::watchers),
            new Rule(NOTED, named("WorkNote"), s -> Situation.both(s.handlers(), s.watchers())),
            new Rule(
                    BREACHED,
                    s -> named("ClockBreached").test(s)
                            && s.line().text("clock").equals("CONFIRM"),
                    s -> s.holding("regrade")),
            new Rule(BREACHED, named("ClockBreached"), s -> Situation.both(s.handlersOrDispatchers(), s.dispatchers())),
            new Rule(ESCALATED, named("ClockEscalated"), Situation::escalatedTo),
            new Rule(WARNING, named("ClockWarned"), Situation::handlersOrDispatchers),
            new Rule(VERIFY, s -> s.stateChanged() && s.turn() == Turn.REQUESTER, Rules::requester),
            new Rule(CHANGED, Situation::stateChanged, Rules::requester),
            new Rule(CHANGED, s -> s.stateChanged() && s.turn() == Turn.HANDLER && !s.opening(), Situation::handlers),
            new Rule(CHANGED, s -> s.stateChanged() && s.turn() == Turn.DESK && !s.opening(), Situation::dispatchers),
            new Rule(CHANGED, s -> s.stateChanged() && s.turn() == Turn.NONE, Situation::handlers),
            new Rule(CHANGED, s -> s.stateChanged() || named("Attach").test(s), Situation::watchers),
            new Rule(CHANGED, named("Attach"), s -> Situation.both(requester(s), s.handlers())),
            new Rule(CHANGED, named("Regrade").or(named("Escalate")), s -> Situation.both(s.handlers(), s.watchers())));

    private Rules() {}

    static Map<UserId, Key> hearers(Situation situation) {
        var hearers = new LinkedHashMap<UserId, Key>();
        for (var rule : ALL) {
            if (rule.when().test(situation))
                rule.who().apply(situation).forEach(person -> hearers.putIfAbsent(person, rule.key()));
        }
        return hearers;
    }

    /// Work passed to somebody. (A record opened for somebody is dispatched in the same act.)
    private static boolean handedOver(Situation s) {
        return HANDED_OVER.contains(s.line().command());
    }

    /// Accounts are reviewed, not approved.
    private static boolean isReview(Situation s) {
        return s.card().kind().equals("ACCOUNT_REVIEW");
    }

    private static Predicate<Situation> named(String command) {
        return s -> s.line().command().equals(command);
    }

    /// A work order is internal: whoever it serves hears of it through the record it was raised from.
    private static Set<UserId> requester(Situation s) {
        if (s.card().kind().equals("WORK_ORDER")) return Set.of();
        return s.card().requester() == null ? Set.of() : Set.of(s.card().requester());
    }
}
