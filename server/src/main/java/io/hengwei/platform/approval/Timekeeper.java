package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalCommand.*;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What time does to consents: a stage that nobody decides goes to those above, one that found nobody is offered
/// again, what lasts too long is over, and what a crash left between the last word and the act is done. Each consent is
/// taken by one node at a time.
@Component
class Timekeeper implements Loop.Work {
    private static final int BATCH = 500;
    private static final Duration PACE = Duration.ofSeconds(10);
    private static final Duration STAND_INS = Duration.ofMinutes(1);

    private final RecordType<Approval, ApprovalState, ApprovalCommand> type;
    private final Operations operations;
    private final Execution execution;
    private final ApprovalManagement management;
    private final Approvers approvers;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;
    private Instant next = Instant.EPOCH;
    private Instant standInsAt = Instant.EPOCH;

    Timekeeper(
            RecordType<Approval, ApprovalState, ApprovalCommand> type,
            Operations operations,
            Execution execution,
            ApprovalManagement management,
            Approvers approvers,
            Settings settings,
            TransactionTemplate transactions,
            JdbcClient db,
            Clock clock) {
        this.type = type;
        this.operations = operations;
        this.execution = execution;
        this.management = management;
        this.approvers = approvers;
        this.settings = settings;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean round() {
        var now = clock.instant();
        if (now.isBefore(next)) return false;
        next = now.plus(PACE);
        look(now);
        return false;
    }

    void look(Instant now) {
        ids("state in ('PASSED', 'BROKEN') and updated_at < ?", now.minus(PACE)).forEach(execution::carryOut);
        ids("state = 'RELEASED' and usable_until < ?", now).forEach(id -> each(id, "RELEASED", this::expire));
        ids("state = 'PENDING' and opened_at < ?", now.minus(settings.value(ApprovalSettings.LONGEST)))
                .forEach(id -> each(id, "PENDING", this::expire));
        ids("state in ('PENDING', 'TO_REVIEW') and stage_due_at < ?", now).forEach(id -> each(id, null, this::overdue));
        ids("state in ('PENDING', 'TO_REVIEW') and lacks_people and updated_at < ?", now.minus(PACE))
                .forEach(id -> each(id, null, this::lacking));
        if (now.isBefore(standInsAt)) return;
        standInsAt = now.plus(STAND_INS);
        ids("state in ('PENDING', 'TO_REVIEW') and opened_at <= ?", now).forEach(id -> each(id, null, this::renew));
    }

    private List<RecordId> ids(String condition, Instant at) {
        return Scope.asSystem(() -> transactions.execute(ignored -> db
                .sql("select id from approval.approval where " + condition + " order by id limit " + BATCH)
                .param(SqlValues.of(at))
                .query(UUID.class)
                .list()
                .stream()
                .map(RecordId::new)
                .toList()));
    }

    private interface Step {
        void on(Approval approval);
    }

    private void each(RecordId id, @org.jspecify.annotations.Nullable String state, Step step) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> {
            operations.hold(type, id);
            var approval = operations.visible(type, id);
            if (state == null || approval.state().name().equals(state)) step.on(approval);
        }));
    }

    private void expire(Approval approval) {
        perform(approval, new Expire());
    }

    private void overdue(Approval approval) {
        var due = approval.stageDueAt();
        if (due == null || due.isAfter(clock.instant())) return;
        var above = approvers.above(approval);
        perform(approval, above.isEmpty() ? new NoteOverdue() : new AskMore(above));
    }

    private void lacking(Approval approval) {
        if (!approval.course().now().lacksPeople()) return;
        var above = approvers.above(approval);
        if (!above.isEmpty()) perform(approval, new AskMore(above));
    }

    private void renew(Approval approval) {
        management.informed(approval);
        if (!approval.renewed().equals(approval.course())) perform(approval, new RenewStandIns());
    }

    private void perform(Approval approval, ApprovalCommand command) {
        operations.performNow(type, approval.id(), command, management::informed);
    }
}
