package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.shared.Scope;
import io.hengwei.process.incident.IncidentCommand.Dispute;
import io.hengwei.process.workorder.WorkOrderManagement;
import io.hengwei.process.workorder.WorkOrderReworked;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/// A completion report is judged once: what is said of an incident's report is said of the orders it came from, and an
/// order sent back takes its report out of the incident again.
@Component
class ReturnedOrders {
    private static final Set<String> REPORTED = Set.of("RESOLVED", "VERIFYING");

    private final IncidentManagement management;
    private final WorkOrderManagement workOrders;
    private final RecordCards cards;

    ReturnedOrders(IncidentManagement management, WorkOrderManagement workOrders, RecordCards cards) {
        this.management = management;
        this.workOrders = workOrders;
        this.cards = cards;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(IncidentEvaluated event) {
        Scope.as(Scope.trusting(event.by()), () -> {
            workOrders.evaluateReturned(event.incident(), event.score(), event.comment());
            return true;
        });
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(WorkOrderReworked event) {
        Scope.as(
                Scope.trusting(event.by()),
                () -> cards.find(event.origin())
                        .filter(ReturnedOrders::isReported)
                        .map(card -> management.performNow(card.id(), new Dispute(event.reason()))));
    }

    private static boolean isReported(RecordCard card) {
        return card.kind().equals("INCIDENT") && REPORTED.contains(card.state());
    }
}
