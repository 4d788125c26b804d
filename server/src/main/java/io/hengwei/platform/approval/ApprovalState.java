package io.hengwei.platform.approval;

import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;

import io.hengwei.platform.approval.ApprovalCommand.*;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;

enum ApprovalState implements RecordState {
    PENDING(Phase.OPEN, Turn.APPROVER),
    /// Agreed to; the act is being done.
    PASSED(Phase.OPEN, Turn.NONE),
    /// Agreed to; the maker may do it once.
    RELEASED(Phase.OPEN, Turn.REQUESTER),
    /// Nobody has agreed, and the act is being done all the same.
    BROKEN(Phase.OPEN, Turn.NONE),
    TO_REVIEW(Phase.OPEN, Turn.APPROVER),
    DONE(Phase.DONE, Turn.NONE),
    REVIEWED(Phase.DONE, Turn.NONE),
    REJECTED(Phase.DONE, Turn.NONE),
    WITHDRAWN(Phase.DONE, Turn.NONE),
    VOIDED(Phase.DONE, Turn.NONE),
    EXPIRED(Phase.DONE, Turn.NONE);

    // spotless:off
    static final Lifecycle<ApprovalState, ApprovalCommand> LIFECYCLE =
            Lifecycle.<ApprovalState, ApprovalCommand>startingIn(PENDING)
                    .in(Approve.class, from(PENDING))
                    .in(ConfirmOnTheSpot.class, from(PENDING))
                    .in(Reject.class, from(PENDING))
                    .in(SendBack.class, from(PENDING))
                    .in(HandOver.class, from(PENDING))
                    .in(AddSign.class, from(PENDING))
                    .on(Review.class, from(TO_REVIEW), to(REVIEWED))
                    .in(Urge.class, from(PENDING))
                    .on(Withdraw.class, from(PENDING, RELEASED), to(WITHDRAWN))
                    .on(BreakGlass.class, from(PENDING), to(BROKEN))
                    .on(Pass.class, from(PENDING), to(PASSED))
                    .on(Release.class, from(PENDING), to(RELEASED))
                    .on(Decline.class, from(PENDING), to(REJECTED))
                    .on(CarryOut.class, from(PASSED, RELEASED), to(DONE))
                    .on(CarryOutUnreviewed.class, from(BROKEN), to(TO_REVIEW))
                    .on(Annul.class, from(PENDING, PASSED, BROKEN), to(VOIDED))
                    .on(Expire.class, from(PENDING, RELEASED), to(EXPIRED))
                    .in(AskMore.class, from(PENDING, TO_REVIEW))
                    .in(NoteOverdue.class, from(PENDING, TO_REVIEW))
                    .in(RenewStandIns.class, from(PENDING, TO_REVIEW))
                    .naturally(PENDING, Approve.class)
                    .naturally(TO_REVIEW, Review.class);
    // spotless:on

    private final Standing standing;

    ApprovalState(Phase phase, Turn turn) {
        standing = new Standing(phase, turn);
    }

    @Override
    public Standing standing() {
        return standing;
    }
}
