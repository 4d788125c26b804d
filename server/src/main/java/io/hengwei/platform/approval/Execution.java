package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalCommand.*;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Consent;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Performers;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.ProblemText;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what was agreed to, in the maker's name and with every check the maker would meet now: once, whichever node
/// comes to it. What it does and that it was done are one transaction; what cannot be done any more is void.
@Component
class Execution {
    private final RecordType<Approval, ApprovalState, ApprovalCommand> type;
    private final Operations operations;
    private final Performers performers;
    private final Directory directory;
    private final AskingNow asking;
    private final ProblemText words;
    private final TransactionTemplate transactions;

    Execution(
            RecordType<Approval, ApprovalState, ApprovalCommand> type,
            Operations operations,
            Performers performers,
            Directory directory,
            AskingNow asking,
            ProblemText words,
            TransactionTemplate transactions) {
        this.type = type;
        this.operations = operations;
        this.performers = performers;
        this.directory = directory;
        this.asking = asking;
        this.words = words;
        this.transactions = transactions;
    }

    /// @return where the consent stands afterwards; empty when there was nothing to be done
    Optional<Ack> carryOut(RecordId id) {
        var approval = Scope.asSystem(() -> operations.visible(type, id));
        if (!isDue(approval)) return Optional.empty();
        try {
            var maker = directory.scopeOf(approval.maker()).orElseThrow(() -> new Refused("maker-left"));
            return Scope.as(maker, () -> Consent.under(id.value(), () -> transactions.execute(ignored -> perform(id))));
        } catch (Problem e) {
            return Scope.asSystem(() -> transactions.execute(ignored -> voided(id, e)));
        }
    }

    private static boolean isDue(Approval approval) {
        return approval.runs() && approval.state() == ApprovalState.PASSED || approval.state() == ApprovalState.BROKEN;
    }

    private Optional<Ack> perform(RecordId id) {
        var approval = operations.inConsequence(() -> {
            operations.hold(type, id);
            return operations.visible(type, id);
        });
        if (!isDue(approval)) return Optional.empty();
        var made = perform(approval.frozen());
        var done = approval.state() == ApprovalState.BROKEN ? new CarryOutUnreviewed(made) : new CarryOut(made);
        return Optional.of(operations.inConsequence(
                () -> operations.performNow(type, id, done, each -> each.judgeBy(asking.now(each.unit())))));
    }

    private @Nullable UUID perform(Frozen frozen) {
        return performers.perform(
                frozen.operation(),
                frozen.subjectKind(),
                frozen.content(),
                frozen.subject(),
                frozen.subjectUnit() == null ? null : new UnitId(frozen.subjectUnit()),
                frozen.seenVersion());
    }

    private Optional<Ack> voided(RecordId id, Problem why) {
        operations.hold(type, id);
        if (!isDue(operations.visible(type, id))) return Optional.empty();
        return Optional.of(operations.performNow(
                type, id, new Annul(words.of(why, LocaleContextHolder.getLocale())), ignored -> {}));
    }
}
