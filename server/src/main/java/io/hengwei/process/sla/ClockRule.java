package io.hengwei.process.sla;

import static io.hengwei.process.sla.ClockName.CONFIRM;
import static io.hengwei.process.sla.ClockName.RESPONSE;
import static io.hengwei.process.sla.ClockName.RESTORE;
import static io.hengwei.process.sla.ClockName.VENDOR;

import io.hengwei.platform.record.CommandContributor.Context;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which commands move a clock. Our own clocks start when the record is opened and pause while it waits; one of another
/// runs just while the record waits for him. All end when the record is done.
///
/// @param kind of record, `INCIDENT`
/// @param whileWaitingFor for whom the record waits while it runs; null for a clock of our own
/// @param stops what reaches the target
/// @param restarts what proves that it was not reached
record ClockRule(
        String kind, ClockName name, @Nullable String whileWaitingFor, Set<String> stops, Set<String> restarts) {
    private static final String INCIDENT = "INCIDENT";

    // spotless:off
    private static final List<ClockRule> RULES = List.of(
            // confirmed is what the desk has begun to handle
            ours(
                    CONFIRM,
                    Set.of("Confirm", "Classify", "Dispatch", "RaiseWorkOrder", "RecordWork", "Wait", "Resolve"),
                    Set.of()),
            // first measures: detected → first handling entry
            ours(RESPONSE, Set.of("RecordWork", "RaiseWorkOrder", "Resolve"), Set.of()),
            // handling: detected → service restored
            ours(RESTORE, Set.of("Resolve"), Set.of("Reopen", "Dispute")),
            new ClockRule(INCIDENT, VENDOR, "VENDOR", Set.of("Resolve"), Set.of()));
    // spotless:on

    /// After these nobody is bound by a limit any more.
    private static final Set<String> CANCELS = Set.of("Cancel", "Merge");

    private static ClockRule ours(ClockName name, Set<String> stops, Set<String> restarts) {
        return new ClockRule(INCIDENT, name, null, stops, restarts);
    }

    static List<ClockRule> of(String kind) {
        return RULES.stream().filter(rule -> rule.kind.equals(kind)).toList();
    }

    static ClockRule of(String kind, ClockName name) {
        return of(kind).stream().filter(rule -> rule.name == name).findFirst().orElseThrow();
    }

    static boolean cancels(String command) {
        return CANCELS.contains(command);
    }

    boolean isOurs() {
        return whileWaitingFor == null;
    }

    boolean isMovedBy(String command) {
        return stops.contains(command) || restarts.contains(command);
    }

    /// What the command makes of it, before it may stop or resume by name.
    boolean runsAfter(Context context) {
        var waiting = context.to().phase() == Phase.WAITING;
        return isOurs() ? !waiting : waiting && isFor(context.record());
    }

    private boolean isFor(ProcessRecord<?, ?> record) {
        return whileWaitingFor != null && whileWaitingFor.equals(record.waitsFor());
    }
}
