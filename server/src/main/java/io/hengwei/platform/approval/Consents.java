package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalCommand.CarryOut;
import io.hengwei.platform.record.Gate;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Performers;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Makes a consent of a held operation, and finds the one under which an operation may pass.
@Component
class Consents {
    private final ObjectProvider<Operations> operations;
    private final RecordType<Approval, ApprovalState, ApprovalCommand> type;
    private final Performers performers;
    private final Subjects subjects;
    private final AskingNow asking;
    private final TransactionTemplate ownTransaction;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Consents(
            ObjectProvider<Operations> operations,
            RecordType<Approval, ApprovalState, ApprovalCommand> type,
            Performers performers,
            Subjects subjects,
            AskingNow asking,
            PlatformTransactionManager transactions,
            JdbcClient db,
            JsonMapper json,
            Clock clock) {
        this.operations = operations;
        this.type = type;
        this.performers = performers;
        this.subjects = subjects;
        this.asking = asking;
        this.db = db;
        this.json = json;
        this.clock = clock;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Freezes the operation in a transaction of its own: whatever was begun with it is taken back. Who proposes the
    /// same once more while it waits is referred to the same consent.
    UUID hold(Gate.Proposal proposal, RuleBook.Ruling ruling) {
        var frozen = Frozen.of(proposal, json);
        var maker = Scope.current();
        return Scope.as(maker.asTrusted(), () -> {
            try {
                return ownTransaction.execute(
                        ignored -> pending(frozen).orElseGet(() -> open(proposal, frozen, ruling)));
            } catch (DuplicateKeyException e) {
                return ownTransaction.execute(ignored -> pending(frozen).orElseThrow(() -> e));
            }
        });
    }

    private UUID open(Gate.Proposal proposal, Frozen frozen, RuleBook.Ruling ruling) {
        var unit = subjects.unitOf(proposal);
        var request = new RequestConsent(frozen.operation(), frozen.subjectKind(), frozen.subject(), frozen.hash());
        var name = subjects.name(proposal);
        var draft = new Draft(
                subjects.title(frozen.operation(), name),
                unit,
                frozen,
                name,
                performers.carryOut(proposal),
                ruling.rule().breakGlass(),
                ruling.stages());
        var opened = operations
                .getObject()
                .open(type, null, unit, request, birth -> new Approval(birth, draft, asking.now(unit)));
        return opened.id().value();
    }

    private Optional<UUID> pending(Frozen frozen) {
        return db.sql(
                        "select id from approval.approval where requester = ? and hash = ? and state in ('PENDING', 'PASSED', 'BROKEN')")
                .param(Scope.current().me().value())
                .param(frozen.hash())
                .query(UUID.class)
                .optional();
    }

    /// Whether this consent is of just this operation.
    boolean isOf(UUID consent, Gate.Proposal proposal) {
        return db.sql("select hash from approval.approval where id = ?")
                .param(consent)
                .query(String.class)
                .optional()
                .filter(Frozen.of(proposal, json).hash()::equals)
                .isPresent();
    }

    /// Takes the consent that was released for just this operation of this person, if there is one; it is used up
    /// together with what the operation does, or not at all.
    boolean use(Gate.Proposal proposal) {
        var frozen = Frozen.of(proposal, json);
        var released = db.sql(
                        "select id from approval.approval where requester = ? and hash = ? and state = 'RELEASED' and usable_until > ? for update")
                .param(Scope.current().me().value())
                .param(frozen.hash())
                .param(SqlValues.of(clock.instant()))
                .query(UUID.class)
                .optional();
        released.ifPresent(id -> operations
                .getObject()
                .inConsequence(() ->
                        operations.getObject().performNow(type, new RecordId(id), new CarryOut(null), ignored -> {})));
        return released.isPresent();
    }
}
