package io.hengwei.platform.audit.review;

import static io.hengwei.platform.audit.review.LogReview.State.APPROVED;
import static io.hengwei.platform.audit.review.LogReview.State.DRAFTING;
import static io.hengwei.platform.audit.review.LogReview.State.DUE;
import static io.hengwei.platform.audit.review.LogReview.State.SUBMITTED;
import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;

import io.hengwei.platform.audit.review.LogReviewCommand.*;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Table;

/// The review of a period's logs and its summary opinion (日志审查汇总意见).
@Table(schema = "audit", name = "log_review")
public class LogReview extends ProcessRecord<LogReview.State, LogReviewCommand> {
    public enum State implements RecordState {
        DUE(Phase.OPEN, Turn.DESK),
        DRAFTING(Phase.OPEN, Turn.HANDLER),
        SUBMITTED(Phase.OPEN, Turn.DESK),
        APPROVED(Phase.DONE, Turn.NONE);

        private final Standing standing;

        State(Phase phase, Turn turn) {
            standing = new Standing(phase, turn);
        }

        @Override
        public Standing standing() {
            return standing;
        }
    }

    // spotless:off
    static final Lifecycle<State, LogReviewCommand> LIFECYCLE = Lifecycle.<State, LogReviewCommand>startingIn(DUE)
            .on(Draft.class, from(DUE, DRAFTING), to(DRAFTING))
            .on(Submit.class, from(DRAFTING), to(SUBMITTED))
            .on(Approve.class, from(SUBMITTED), to(APPROVED))
            .on(SendBack.class, from(SUBMITTED), to(DRAFTING))
            .naturally(DRAFTING, Submit.class);
    // spotless:on

    private LocalDate periodFrom;
    private LocalDate periodTo;
    private Instant dueAt;
    private @Nullable String systems;
    private @Nullable String logsRead;
    private @Nullable String followUp;
    private @Nullable String opinion;
    private @Nullable UserId author;
    private @Nullable Instant submittedAt;
    private @Nullable UserId approver;
    private @Nullable Instant approvedAt;

    @Transient
    private transient int unanswered;

    @SuppressWarnings("NullAway.Init")
    LogReview() {}

    LogReview(Birth birth, OpenLogReview review, String title, Instant dueAt) {
        super(birth, title, "", review.unit(), null);
        periodFrom = review.periodFrom();
        periodTo = review.periodTo();
        this.dueAt = dueAt;
    }

    @Override
    protected Lifecycle<State, LogReviewCommand> lifecycle() {
        return LIFECYCLE;
    }

    @Override
    protected void apply(LogReviewCommand command) {
        switch (command) {
            case Draft draft -> draft(draft);
            case Submit submit -> sign();
            case Approve approve -> approve();
            case SendBack back -> submittedAt = null;
        }
    }

    private void draft(Draft draft) {
        systems = draft.systems();
        logsRead = draft.logsRead();
        followUp = draft.followUp();
        opinion = draft.opinion();
        author = by();
        assignTo(null, by());
    }

    private void sign() {
        if (!by().equals(author)) throw new Refused("sign-own-draft");
        if (unanswered > 0) throw new Refused("anomalies-open", unanswered);
        submittedAt = now();
    }

    private void approve() {
        if (by().equals(author)) throw new Refused("own-review");
        approver = by();
        approvedAt = now();
    }

    /// How many anomalies of the period nobody has answered for.
    void answeringFor(int unanswered) {
        this.unanswered = unanswered;
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("periodFrom", periodFrom);
        details.put("periodTo", periodTo);
        details.put("dueAt", dueAt);
        put(details, "systems", systems);
        put(details, "logsRead", logsRead);
        put(details, "followUp", followUp);
        put(details, "opinion", opinion);
        put(details, "author", author);
        put(details, "submittedAt", submittedAt);
        put(details, "approver", approver);
        put(details, "approvedAt", approvedAt);
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) details.put(name, value);
    }
}
