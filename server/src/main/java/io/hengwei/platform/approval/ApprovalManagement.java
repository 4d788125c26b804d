package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalCommand.*;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What people do with consents.
@Service
public class ApprovalManagement {
    private final RecordType<Approval, ApprovalState, ApprovalCommand> type;
    private final Operations operations;
    private final AskingNow asking;
    private final Execution execution;
    private final Directory directory;

    ApprovalManagement(
            RecordType<Approval, ApprovalState, ApprovalCommand> type,
            Operations operations,
            AskingNow asking,
            Execution execution,
            Directory directory) {
        this.type = type;
        this.operations = operations;
        this.asking = asking;
        this.execution = execution;
        this.directory = directory;
    }

    /// Performs the command; where it was the last word needed, what was agreed to is done at once.
    public Ack perform(RecordId id, long seen, ApprovalCommand command) {
        switch (command) {
            case HandOver over -> directory.requirePerson(over.person());
            case AddSign sign -> directory.requirePerson(sign.person());
            default -> {}
        }
        var ack = operations.perform(type, id, seen, command, this::informed, after -> settled(after, command));
        return execution.carryOut(id).orElse(ack);
    }

    void informed(Approval approval) {
        approval.judgeBy(asking.now(approval.unit()));
    }

    private Ack settled(Ack ack, ApprovalCommand command) {
        return switch (command) {
            case Approve approve -> settle(ack);
            case Reject reject -> settle(ack);
            default -> ack;
        };
    }

    private Ack settle(Ack ack) {
        return operations.inConsequence(() -> {
            var approval = operations.visible(type, ack.id());
            if (approval.isPassed()) return automatic(ack, approval.runs() ? new Pass() : new Release());
            return approval.isRefused() ? automatic(ack, new Decline()) : ack;
        });
    }

    private Ack automatic(Ack ack, ApprovalCommand command) {
        return operations.performNow(type, ack.id(), command, this::informed);
    }

    /// Somebody who is here agrees with the own account, in the window of whoever proposed it.
    Ack onTheSpot(RecordId id, UserId second, @Nullable String opinion) {
        var ack = Scope.as(
                Scope.trusting(second),
                () -> operations.perform(
                        type,
                        id,
                        operations.visible(type, id).version(),
                        new ConfirmOnTheSpot(opinion),
                        this::informed,
                        this::settle));
        return execution.carryOut(id).orElse(ack);
    }
}
