package io.hengwei.process.workorder;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.LinkType;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.workorder.WorkOrderCommand.Dispatch;
import io.hengwei.process.workorder.WorkOrderCommand.Evaluate;
import io.hengwei.process.workorder.WorkOrderCommand.Transfer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What can be done with work orders.
@Service
public class WorkOrderManagement {
    private final RecordType<WorkOrder, WorkOrder.State, WorkOrderCommand> type;
    private final Operations operations;
    private final Annotations annotations;
    private final Directory directory;
    private final Settings settings;
    private final JdbcClient db;

    WorkOrderManagement(
            RecordType<WorkOrder, WorkOrder.State, WorkOrderCommand> type,
            Operations operations,
            Annotations annotations,
            Directory directory,
            Settings settings,
            JdbcClient db) {
        this.type = type;
        this.operations = operations;
        this.annotations = annotations;
        this.directory = directory;
        this.settings = settings;
        this.db = db;
    }

    /// Raises an order and dispatches it to its group (WO-12). With an origin, both records are linked.
    public Ack raise(RaiseWorkOrder order) {
        directory.requireUnit(order.unit());
        requireAssignable(order.group(), order.assignee());
        if (!Scope.current().trusted()) requireFromNowhere(order);
        var two = demandsTwo(order);
        return operations.open(
                type,
                "open",
                order.unit(),
                order,
                birth -> new WorkOrder(birth, order, two),
                raised -> operations.inConsequence(() -> dispatch(raised, order)));
    }

    private boolean demandsTwo(RaiseWorkOrder order) {
        var types = settings.value(
                WorkOrderSettings.TWO_PERSONS, SettingScope.unit(order.unit().value()));
        return Boolean.TRUE.equals(order.twoPersons()) || types.types().contains(order.type());
    }

    /// What an order comes from, and what follows from that, is said by the act that raises it there, never by a form.
    private void requireFromNowhere(RaiseWorkOrder order) {
        if (order.origin() != null || order.systemClass() != null || order.level() != null)
            throw Refused.invalid("origin-by-form");
        if (order.requester() != null) directory.requirePerson(order.requester());
    }

    private Ack dispatch(Ack raised, RaiseWorkOrder order) {
        if (order.origin() != null)
            annotations.link(raised.id(), new Annotations.Link(order.origin(), LinkType.RAISED_FROM));
        return operations.perform(
                type, raised.id(), raised.version(), new Dispatch(order.group(), order.assignee(), null));
    }

    public Ack perform(RecordId id, long seen, WorkOrderCommand command) {
        switch (command) {
            case Dispatch dispatch -> requireAssignable(dispatch.group(), dispatch.assignee());
            case Transfer transfer -> requireHandler(transfer.assignee());
            default -> {}
        }
        return operations.perform(type, id, seen, command);
    }

    /// Whether work raised from the record is still to be done.
    @Transactional(readOnly = true)
    public boolean hasOpenOrders(RecordId origin) {
        return db.sql(
                        "select exists (select 1 from workorder.work_order where origin = ? and state not in ('COMPLETED', 'CLOSED', 'CANCELLED'))")
                .param(origin.value())
                .query(Boolean.class)
                .single();
    }

    /// Orders are worked by members of maintenance groups, and handed to nobody else.
    private void requireHandler(UserId person) {
        if (!directory.isInAnyGroup(person))
            throw Refused.invalid("not-a-handler").at("assignee");
    }

    /// Evaluates what was fed back to this origin and has not been judged yet, but for the person's own work.
    @Transactional
    public void evaluateReturned(RecordId origin, int score, @Nullable String comment) {
        returned(origin).forEach(id -> operations.performNow(type, id, new Evaluate(score, comment), ignored -> {}));
    }

    private List<RecordId> returned(RecordId origin) {
        return db
                .sql(
                        "select id from workorder.work_order where origin = ? and state = 'COMPLETED' and completed_by <> ?")
                .param(origin.value())
                .param(Scope.current().me().value())
                .query(UUID.class)
                .stream()
                .map(RecordId::new)
                .toList();
    }

    private void requireAssignable(GroupId group, @Nullable UserId person) {
        directory.requireGroup(group);
        if (person != null) directory.requireMember(group, person);
    }
}
