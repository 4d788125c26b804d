package io.hengwei.process.sla;

import static io.hengwei.process.sla.ClockName.CONFIRM;
import static io.hengwei.process.sla.ClockName.RESPONSE;
import static io.hengwei.process.sla.ClockName.RESTORE;

import java.util.List;
import java.util.Set;

/// Which commands move a clock. A clock starts when its record is opened; whatever the commands, it pauses while the
/// record waits and
/// ends when the record is done.
///
/// @param kind of record, `INCIDENT`
/// @param stops what reaches the target
/// @param restarts what proves that it was not reached: the clock goes on with what it has counted
record ClockRule(String kind, ClockName name, Set<String> stops, Set<String> restarts) {
    private static final String INCIDENT = "INCIDENT";

    // spotless:off
    private static final List<ClockRule> RULES = List.of(
            // confirmed is what the desk has begun to handle
            new ClockRule(
                    INCIDENT,
                    CONFIRM,
                    Set.of("Confirm", "Classify", "Dispatch", "RaiseWorkOrder", "RecordWork", "Wait", "Resolve"),
                    Set.of()),
            // first measures: detected → first handling entry
            new ClockRule(INCIDENT, RESPONSE, Set.of("RecordWork", "RaiseWorkOrder", "Resolve"), Set.of()),
            // handling: detected → service restored
            new ClockRule(INCIDENT, RESTORE, Set.of("Resolve"), Set.of("Reopen", "Dispute")));
    // spotless:on

    /// After these nobody is bound by a limit any more.
    private static final Set<String> CANCELS = Set.of("Cancel", "Merge");

    /// These may change level or class, and with them the limits.
    private static final Set<String> REGRADES = Set.of("Classify", "Regrade", "Escalate");

    static List<ClockRule> of(String kind) {
        return RULES.stream().filter(rule -> rule.kind.equals(kind)).toList();
    }

    static ClockRule of(String kind, ClockName name) {
        return of(kind).stream().filter(rule -> rule.name == name).findFirst().orElseThrow();
    }

    static boolean cancels(String command) {
        return CANCELS.contains(command);
    }

    static boolean regrades(String command) {
        return REGRADES.contains(command);
    }

    boolean isMovedBy(String command) {
        return stops.contains(command) || restarts.contains(command);
    }
}
