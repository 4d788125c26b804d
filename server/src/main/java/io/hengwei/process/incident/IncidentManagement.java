package io.hengwei.process.incident;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.LinkType;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentCommand.*;
import io.hengwei.process.workorder.WorkOrderManagement;
import io.hengwei.resource.cmdb.SystemId;
import io.hengwei.resource.cmdb.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What can be done with incidents.
@Service
public class IncidentManagement {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final RecordType<Incident, IncidentState, IncidentCommand> type;
    private final Operations operations;
    private final Annotations annotations;
    private final WorkOrderManagement workOrders;
    private final Directory directory;
    private final Systems systems;
    private final Settings settings;
    private final Clock clock;

    IncidentManagement(
            RecordType<Incident, IncidentState, IncidentCommand> type,
            Operations operations,
            Annotations annotations,
            WorkOrderManagement workOrders,
            Directory directory,
            Systems systems,
            Settings settings,
            Clock clock) {
        this.type = type;
        this.operations = operations;
        this.annotations = annotations;
        this.workOrders = workOrders;
        this.directory = directory;
        this.systems = systems;
        this.settings = settings;
        this.clock = clock;
    }

    /// Registers what came in; needs `incident:open` in the unit that looks after it.
    public Ack open(OpenIncident open) {
        return open(open, "open", UnaryOperator.identity());
    }

    /// As `open`, for channels whose own permission has been asked (self-service, alerts).
    ///
    /// @param also what the channel writes besides, in the same transaction
    public Ack open(OpenIncident open, @Nullable String permission, UnaryOperator<Ack> also) {
        if (permission != null && open.alert() != null) throw Refused.invalid("alert-by-desk");
        if (open.occurredAt().isAfter(clock.instant().plus(CLOCK_SKEW))) throw Refused.invalid("occurs-later");
        directory.requireUnit(open.unit());
        if (open.requester() != null) directory.requirePerson(open.requester());
        var systemClass = open.system() == null
                ? null
                : systems.requireSystem(new SystemId(open.system()))
                        .systemClass()
                        .name();
        var judgement = judgement(open.system(), open.unit());
        return operations.open(
                type, permission, open.unit(), open, birth -> new Incident(birth, open, systemClass, judgement), also);
    }

    public Ack perform(RecordId id, long seen, IncidentCommand command) {
        return switch (command) {
            case RaiseWorkOrder raise -> raise(id, seen, raise);
            case Merge merge -> merge(id, seen, merge);
            case Dispatch dispatch -> dispatch(id, seen, dispatch);
            default -> operations.perform(type, id, seen, command, this::judged, UnaryOperator.identity());
        };
    }

    /// What the system performs by itself, in whatever version the record is.
    public Ack performNow(RecordId id, IncidentCommand command) {
        return operations.performNow(type, id, command, this::judged);
    }

    /// The report of whoever did the work elsewhere (a work order's handler) stands as the incident's completion
    /// report.
    Ack resolveFor(UserId handler, RecordId id, Resolve report) {
        return Scope.as(Scope.trusting(handler), () -> performNow(id, report));
    }

    private Ack dispatch(RecordId id, long seen, Dispatch dispatch) {
        directory.requireGroup(dispatch.group());
        if (dispatch.assignee() != null) directory.requireMember(dispatch.group(), dispatch.assignee());
        var line = directory.lineOf(dispatch.group());
        return operations.perform(
                type,
                id,
                seen,
                dispatch,
                incident -> {
                    judged(incident);
                    if (line > 1) incident.leavesFirstLine();
                },
                UnaryOperator.identity());
    }

    private Ack raise(RecordId id, long seen, RaiseWorkOrder raise) {
        directory.requireGroup(raise.group());
        var unit = directory.unitOf(raise.group());
        return operations.perform(
                type,
                id,
                seen,
                raise,
                this::judged,
                ack -> operations.inConsequence(() -> {
                    var incident = operations.visible(type, id);
                    workOrders.raise(new io.hengwei.process.workorder.RaiseWorkOrder(
                            raise.type(),
                            incident.title(),
                            raise.instructions(),
                            unit,
                            raise.group(),
                            raise.assignee(),
                            incident.priority(),
                            raise.dueAt(),
                            id,
                            incident.requester(),
                            incident.system(),
                            incident.systemClass(),
                            incident.level(),
                            raise.twoPersons()));
                    return ack;
                }));
    }

    private Ack merge(RecordId id, long seen, Merge merge) {
        return operations.perform(
                type,
                id,
                seen,
                merge,
                incident -> requireMergeable(incident, merge.into()),
                ack -> operations.inConsequence(() -> {
                    annotations.link(id, new Annotations.Link(merge.into(), LinkType.DUPLICATE_OF));
                    return ack;
                }));
    }

    /// Both are held, so that neither is merged or closed under the other.
    private void requireMergeable(Incident incident, RecordId target) {
        judged(incident);
        if (target.equals(incident.id())) throw Refused.invalid("link-to-itself");
        operations.hold(type, incident.id(), target);
        var into = operations.visible(type, target);
        if (into.isOver()) throw new Refused("merge-into-closed", into.number());
    }

    private void judged(Incident incident) {
        incident.judgeBy(judgement(incident.system(), incident.unit()));
        // The class of a system may have changed since the incident was opened.
        if (incident.system() != null)
            systems.find(new SystemId(incident.system()))
                    .ifPresent(system ->
                            incident.concernsClass(system.systemClass().name()));
    }

    private Judgement judgement(@Nullable UUID system, UnitId unit) {
        var scope = SettingScope.of(system, unit.value());
        return new Judgement(
                settings.value(IncidentSettings.PRIORITY_MATRIX, scope),
                settings.value(IncidentSettings.LEVEL_RULES, scope));
    }

    /// What the rules say now of a fault that lasts; for the timer.
    ///
    /// @param graver the level it should have, if it is graver than the present one
    /// @param next when else it would become graver
    record Outlook(@Nullable FaultLevel graver, @Nullable Instant next) {}

    Outlook outlook(RecordId id) {
        var incident = operations.visible(type, id);
        if (incident.level() == null) return new Outlook(null, null);
        var present = FaultLevel.valueOf(incident.level());
        var rules = judgement(incident.system(), incident.unit()).levels();
        var now = clock.instant();
        var proposed = rules.at(incident.fault(), now);
        return new Outlook(
                proposed.compareTo(present) < 0 ? proposed : null,
                rules.next(incident.fault(), present, now).orElse(null));
    }
}
