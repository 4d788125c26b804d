package io.hengwei.demo;

import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Annotations.Comment;
import io.hengwei.platform.record.Annotations.Link;
import io.hengwei.platform.record.Annotations.WorkNote;
import io.hengwei.platform.record.LinkType;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.incident.IncidentCommand;
import io.hengwei.process.incident.OpenIncident;
import io.hengwei.process.servicedesk.Call;
import io.hengwei.process.servicedesk.DeskContact;
import io.hengwei.process.servicedesk.SelfReport;
import io.hengwei.process.workorder.RaiseWorkOrder;
import io.hengwei.process.workorder.WorkOrderCommand;
import io.hengwei.process.workorder.WorkOrderCommand.Complete;
import io.hengwei.process.workorder.WorkOrderCommand.Continue;
import io.hengwei.process.workorder.WorkOrderCommand.Start;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where a story's acts are performed: on its own records, as the person whose turn it is.
final class Stage {
    static final String INCIDENT = "incident";
    static final String DUPLICATE = "duplicate";
    static final String ORDER = "order";

    private final UseCases use;
    private final Map<String, UUID> records;

    Stage(UseCases use, Map<String, UUID> records) {
        this.use = use;
        this.records = records;
    }

    Map<String, UUID> records() {
        return records;
    }

    RecordId record(String part) {
        return new RecordId(Objects.requireNonNull(records.get(part), part));
    }

    private void keep(String part, Ack ack) {
        records.put(part, ack.id().value());
    }

    void call(String part, OpenIncident open, @Nullable Call call) {
        keep(part, use.intake().byDesk(new DeskContact(open, call)));
    }

    void report(String part, SelfReport report) {
        keep(part, use.intake().bySelf(report));
    }

    void alert(OpenIncident open) {
        keep(INCIDENT, use.incidents().open(open, null, UnaryOperator.identity()));
    }

    void does(IncidentCommand command) {
        does(INCIDENT, command);
    }

    void does(String part, IncidentCommand command) {
        use.incidents().perform(record(part), version(part), command);
    }

    /// What the system does by itself.
    void happens(IncidentCommand command) {
        use.incidents().performNow(record(INCIDENT), command);
    }

    void raise(IncidentCommand.RaiseWorkOrder raise) {
        does(raise);
        var page = use.pages().of(use.types().of("INCIDENT"), record(INCIDENT));
        var order = page.links().stream()
                .filter(link -> link.record().kind().equals("WORK_ORDER"))
                .max(Comparator.comparing(link -> link.record().number()));
        records.put(ORDER, order.orElseThrow().record().id().value());
    }

    void raise(RaiseWorkOrder order) {
        keep(ORDER, use.workOrders().raise(order));
    }

    /// What takes two is confirmed by a colleague beside, whom no story names.
    void works(WorkOrderCommand command) {
        var two = command instanceof Start || command instanceof Continue || command instanceof Complete;
        var scope = two ? Scope.current().asTrusted() : Scope.current();
        Scope.as(scope, () -> use.workOrders().perform(record(ORDER), version(ORDER), command));
    }

    void comments(String part, String text) {
        use.annotations().comment(record(part), new Comment(text));
    }

    void notes(String part, String text) {
        use.annotations().note(record(part), new WorkNote(text));
    }

    void watches(String part) {
        use.annotations().watch(record(part));
    }

    void links(UUID to) {
        use.annotations().link(record(INCIDENT), new Link(new RecordId(to), LinkType.RELATES_TO));
    }

    private long version(String part) {
        return use.cards().visible(record(part)).version();
    }
}
