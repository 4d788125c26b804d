package io.hengwei.process.incident;

import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.process.incident.IncidentCommand.Resolve;
import io.hengwei.process.incident.IncidentCommand.TakeFeedback;
import io.hengwei.process.workorder.Outcome;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.process.workorder.WorkOrderCompleted;
import io.hengwei.process.workorder.WorkOrderManagement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the feedback of a work order into its incident; a report that says solved resolves it, once no other order is
/// open (INC-18).
@Component
class WorkOrderFeedback {
    private static final int ATTEMPTS = 5;

    private final IncidentManagement management;
    private final WorkOrderManagement workOrders;
    private final RecordCards cards;
    private final TransactionTemplate transactions;
    private final JdbcClient db;

    WorkOrderFeedback(
            IncidentManagement management,
            WorkOrderManagement workOrders,
            RecordCards cards,
            TransactionTemplate transactions,
            JdbcClient db) {
        this.management = management;
        this.workOrders = workOrders;
        this.cards = cards;
        this.transactions = transactions;
        this.db = db;
    }

    /// A transaction takes its scope when it begins, so this one begins inside the system's.
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(WorkOrderCompleted event) {
        var origin = event.origin();
        if (origin != null) Scope.asSystem(() -> take(event, origin, ATTEMPTS));
    }

    /// Somebody may act on the incident at the same moment: the feedback is then taken into what he made of it.
    private void take(WorkOrderCompleted event, RecordId incident, int attempts) {
        try {
            transactions.executeWithoutResult(ignored -> take(event, incident));
        } catch (Stale e) {
            if (attempts <= 1) throw e;
            take(event, incident, attempts - 1);
        }
    }

    private void take(WorkOrderCompleted event, RecordId incident) {
        var card = cards.find(incident).filter(c -> c.kind().equals("INCIDENT")).orElse(null);
        if (card == null || card.phase() == io.hengwei.platform.record.Phase.DONE || taken(event, incident)) return;
        var minutes = Math.max(0, event.minutes() - told(event, incident));
        management.performNow(incident, new TakeFeedback(event.number(), event.outcome(), event.result(), minutes));
        if (event.outcome() == Outcome.SOLVED && solvable(card) && !workOrders.hasOpenOrders(incident))
            resolve(event, incident);
    }

    /// A listener may run twice: each order's feedback is taken once a completion.
    private boolean taken(WorkOrderCompleted event, RecordId incident) {
        return db.sql(
                                "insert into incident.feedback_taken (incident, work_order, completion, minutes) values (?, ?, ?, ?) on conflict do nothing")
                        .param(incident.value())
                        .param(event.order().value())
                        .param(event.completion())
                        .param(event.minutes())
                        .update()
                == 0;
    }

    /// What other completions have told already, whichever came first: after rework only the minutes since count.
    private int told(WorkOrderCompleted event, RecordId incident) {
        return db.sql(
                        "select coalesce(max(minutes), 0) from incident.feedback_taken where incident = ? and work_order = ? and completion <> ?")
                .param(incident.value())
                .param(event.order().value())
                .param(event.completion())
                .query(Integer.class)
                .single();
    }

    private static boolean solvable(RecordCard card) {
        return card.state().equals("INVESTIGATING") || card.state().equals("CLASSIFIED");
    }

    private void resolve(WorkOrderCompleted event, RecordId incident) {
        var test = event.testResult() == TestResult.FAILED ? TestResult.NOT_APPLICABLE : event.testResult();
        var code = test == TestResult.PASSED ? Resolution.Code.FIXED : Resolution.Code.ANSWERED;
        management.resolveFor(event.by(), incident, new Resolve(code, event.result(), null, event.test(), test));
    }
}
