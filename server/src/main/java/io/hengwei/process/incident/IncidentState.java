package io.hengwei.process.incident;

import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;

import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.process.incident.IncidentCommand.*;
import java.util.EnumSet;
import java.util.Set;

/// The fixed life cycle of INC-02. The closure gate of INC-18 is part of the table: the handler's report resolves, the
/// dispatcher evaluates, the business verifies, only then can be closed.
public enum IncidentState implements RecordState {
    RECORDED(Phase.OPEN, Turn.DESK),
    CLASSIFIED(Phase.OPEN, Turn.DESK),
    INVESTIGATING(Phase.OPEN, Turn.HANDLER),
    WAITING(Phase.WAITING, Turn.HANDLER),
    RESOLVED(Phase.OPEN, Turn.DESK),
    VERIFYING(Phase.OPEN, Turn.REQUESTER),
    VERIFIED(Phase.OPEN, Turn.DESK),
    CLOSED(Phase.DONE, Turn.NONE),
    CANCELLED(Phase.DONE, Turn.NONE),
    MERGED(Phase.DONE, Turn.NONE);

    private static final Set<IncidentState> UNSOLVED = EnumSet.of(RECORDED, CLASSIFIED, INVESTIGATING, WAITING);

    // spotless:off
    static final Lifecycle<IncidentState, IncidentCommand> LIFECYCLE =
            Lifecycle.<IncidentState, IncidentCommand>startingIn(RECORDED)
                    .on(Classify.class, from(RECORDED, CLASSIFIED), to(CLASSIFIED))
                    .in(Confirm.class, from(RECORDED))
                    .on(RaiseWorkOrder.class, from(CLASSIFIED, INVESTIGATING, WAITING), to(INVESTIGATING))
                    .on(Dispatch.class, from(CLASSIFIED, INVESTIGATING, WAITING), to(INVESTIGATING))
                    .on(Resolve.class, from(CLASSIFIED, INVESTIGATING), to(RESOLVED))
                    .in(RecordWork.class, from(CLASSIFIED, INVESTIGATING, WAITING))
                    .on(Wait.class, from(CLASSIFIED, INVESTIGATING), to(WAITING))
                    .on(Resume.class, from(WAITING), to(INVESTIGATING))
                    .on(Evaluate.class, from(RESOLVED), to(VERIFYING))
                    .on(Verify.class, from(VERIFYING), to(VERIFIED))
                    .on(Dispute.class, from(RESOLVED, VERIFYING), to(INVESTIGATING))
                    .on(Close.class, from(VERIFIED), to(CLOSED))
                    .on(Reopen.class, from(VERIFIED, CLOSED), to(INVESTIGATING))
                    .in(Regrade.class, UNSOLVED)
                    .in(Escalate.class, UNSOLVED)
                    .in(NoteAlert.class, EnumSet.complementOf(EnumSet.of(CLOSED, CANCELLED, MERGED)))
                    .in(TakeFeedback.class, EnumSet.complementOf(EnumSet.of(CLOSED, CANCELLED, MERGED)))
                    .on(Merge.class, from(RECORDED, CLASSIFIED, INVESTIGATING, WAITING), to(MERGED))
                    .on(Cancel.class, from(RECORDED, CLASSIFIED, INVESTIGATING, WAITING), to(CANCELLED))
                    .naturally(CLASSIFIED, RaiseWorkOrder.class)
                    .naturally(INVESTIGATING, Resolve.class)
                    .naturally(WAITING, Resume.class);
    // spotless:on

    private final Standing standing;

    IncidentState(Phase phase, Turn turn) {
        standing = new Standing(phase, turn);
    }

    @Override
    public Standing standing() {
        return standing;
    }
}
