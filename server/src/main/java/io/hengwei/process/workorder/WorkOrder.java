package io.hengwei.process.workorder;

import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;
import static io.hengwei.process.workorder.WorkOrder.State.ACCEPTED;
import static io.hengwei.process.workorder.WorkOrder.State.CANCELLED;
import static io.hengwei.process.workorder.WorkOrder.State.CLOSED;
import static io.hengwei.process.workorder.WorkOrder.State.COMPLETED;
import static io.hengwei.process.workorder.WorkOrder.State.DISPATCHED;
import static io.hengwei.process.workorder.WorkOrder.State.IN_PROGRESS;
import static io.hengwei.process.workorder.WorkOrder.State.ON_HOLD;
import static io.hengwei.process.workorder.WorkOrder.State.RAISED;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.workorder.WorkOrderCommand.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/// A task for somebody in the field or on the second line, fed back when done.
@Table(schema = "workorder", name = "work_order")
public class WorkOrder extends ProcessRecord<WorkOrder.State, WorkOrderCommand> {
    public enum State implements RecordState {
        RAISED(Phase.OPEN, Turn.DESK),
        DISPATCHED(Phase.OPEN, Turn.HANDLER),
        ACCEPTED(Phase.OPEN, Turn.HANDLER),
        IN_PROGRESS(Phase.OPEN, Turn.HANDLER),
        ON_HOLD(Phase.WAITING, Turn.HANDLER),
        COMPLETED(Phase.OPEN, Turn.DESK),
        CLOSED(Phase.DONE, Turn.NONE),
        CANCELLED(Phase.DONE, Turn.NONE);

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
    static final Lifecycle<State, WorkOrderCommand> LIFECYCLE = Lifecycle.<State, WorkOrderCommand>startingIn(RAISED)
            .on(Accept.class, from(DISPATCHED), to(ACCEPTED))
            .on(Start.class, from(ACCEPTED), to(IN_PROGRESS))
            .on(Complete.class, from(ACCEPTED, IN_PROGRESS), to(COMPLETED))
            .on(Continue.class, from(ON_HOLD), to(IN_PROGRESS))
            .on(Evaluate.class, from(COMPLETED), to(CLOSED))
            .on(Rework.class, from(COMPLETED), to(ACCEPTED))
            .on(Dispatch.class, from(RAISED, DISPATCHED, ACCEPTED, IN_PROGRESS, ON_HOLD), to(DISPATCHED))
            .in(RecordWork.class, from(ACCEPTED, IN_PROGRESS, ON_HOLD))
            .on(Hold.class, from(ACCEPTED, IN_PROGRESS), to(ON_HOLD))
            .in(AskForHelp.class, from(ACCEPTED, IN_PROGRESS))
            .on(Transfer.class, from(DISPATCHED, ACCEPTED, IN_PROGRESS), to(DISPATCHED))
            .on(Return.class, from(DISPATCHED, ACCEPTED, IN_PROGRESS, ON_HOLD), to(RAISED))
            .in(LiftTwoPersons.class, from(RAISED, DISPATCHED, ACCEPTED, IN_PROGRESS, ON_HOLD))
            .on(Cancel.class, from(RAISED, DISPATCHED, ACCEPTED, IN_PROGRESS, ON_HOLD), to(CANCELLED))
            .naturally(RAISED, Dispatch.class)
            .naturally(IN_PROGRESS, Complete.class);
    // spotless:on

    private WorkOrderType type;
    private @Nullable String priority;
    private @Nullable String level;
    private @Nullable String systemClass;
    private @Nullable RecordId origin;
    private @Nullable Instant dueAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private @Nullable UserId completedBy;
    private @Nullable Outcome outcome;
    private @Nullable String result;
    private @Nullable String test;
    private @Nullable TestResult testResult;
    private @Nullable String nextStep;
    private @Nullable Integer score;
    private @Nullable String evaluation;
    private boolean twoPersons;
    private int minutes;
    private int returnCount;
    private int reassignmentCount;

    @SuppressWarnings("NullAway.Init")
    WorkOrder() {}

    /// @param twoPersons whether the order itself or its type demands it
    WorkOrder(Birth birth, RaiseWorkOrder order, boolean twoPersons) {
        super(birth, order.title(), order.instructions(), order.unit(), order.requester());
        type = order.type();
        priority = order.priority();
        level = order.level();
        systemClass = order.systemClass();
        origin = order.origin();
        dueAt = order.dueAt();
        this.twoPersons = twoPersons;
        if (dueAt != null && dueAt.isBefore(birth.at()))
            throw Refused.invalid("due-already").at("dueAt");
        concern(order.system());
    }

    @Override
    protected Lifecycle<State, WorkOrderCommand> lifecycle() {
        return LIFECYCLE;
    }

    @Override
    protected void apply(WorkOrderCommand command) {
        switch (command) {
            case Dispatch dispatch -> dispatch(dispatch);
            case Accept accept -> accept();
            case Return returned -> giveBack();
            case Transfer transfer -> handTo(transfer.assignee());
            case Start start -> startedAt = now();
            case RecordWork work -> record(work.startedAt(), work.endedAt(), work.minutes());
            case Complete report -> complete(report);
            case Rework rework -> sendBack(rework.reason());
            case Evaluate opinion -> evaluate(opinion.score(), opinion.comment());
            case AskForHelp askForHelp -> {}
            case Hold hold -> {}
            case Continue resumed -> {}
            case LiftTwoPersons lift -> liftTwoPersons();
            case Cancel cancel -> {}
        }
    }

    /// Begun, taken up again or fed back: none of it counts by the word of one person (WO-13, CHG-13, BIZ-22).
    @Override
    protected boolean takesTwo(WorkOrderCommand command) {
        return twoPersons && (command instanceof Start || command instanceof Continue || command instanceof Complete);
    }

    @Override
    protected boolean admits(Class<?> command) {
        return twoPersons || command != LiftTwoPersons.class;
    }

    private void liftTwoPersons() {
        if (!twoPersons) throw new Refused("one-person-already");
        twoPersons = false;
    }

    private void dispatch(Dispatch dispatch) {
        var moved = assignee() != null || acceptedAt != null;
        if (moved && (dispatch.reason() == null || dispatch.reason().isBlank())) throw Refused.invalid("reason-needed");
        if (moved) reassignmentCount++;
        acceptedAt = null;
        twoPersons |= Boolean.TRUE.equals(dispatch.twoPersons());
        assignTo(dispatch.group(), dispatch.assignee());
    }

    /// Whoever accepts becomes the assignee, also of an order that was given to a whole group.
    private void accept() {
        if (assignee() != null && !assignee().equals(by())) throw new Refused("accept-other");
        assignTo(assignmentGroup(), by());
        acceptedAt = now();
    }

    private void handTo(UserId person) {
        if (person.equals(assignee()))
            throw Refused.invalid("transfer-to-handler").at("assignee");
        acceptedAt = null;
        assignTo(assignmentGroup(), person);
    }

    private void giveBack() {
        returnCount++;
        acceptedAt = null;
        assignTo(assignmentGroup(), null);
    }

    private void record(Instant from, Instant to, int spent) {
        new WorkedTime(from, to).requireDoneBy(now());
        minutes += spent;
    }

    private void complete(Complete report) {
        record(report.startedAt(), report.endedAt(), report.minutes());
        if (report.outcome() == Outcome.SOLVED && report.testResult() == TestResult.FAILED)
            throw Refused.invalid("test-failed");
        outcome = report.outcome();
        result = report.result();
        test = report.test();
        testResult = report.testResult();
        nextStep = report.nextStep();
        completedAt = now();
        completedBy = by();
        registerEvent(new WorkOrderCompleted(
                id(),
                number(),
                origin,
                report.outcome(),
                report.result(),
                report.test(),
                report.testResult(),
                minutes,
                by(),
                version() + 1));
    }

    private void sendBack(String reason) {
        outcome = null;
        if (origin != null) registerEvent(new WorkOrderReworked(origin, reason, by()));
    }

    private void evaluate(int points, @Nullable String comment) {
        if (by().equals(completedBy)) throw new Refused("evaluate-own-work");
        score = points;
        evaluation = comment;
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    @Override
    public @Nullable String priority() {
        return priority;
    }

    @Override
    public @Nullable String level() {
        return level;
    }

    @Override
    public @Nullable String systemClass() {
        return systemClass;
    }

    @Nullable
    RecordId origin() {
        return origin;
    }

    java.util.Map<String, Object> details() {
        var details = new java.util.LinkedHashMap<String, Object>();
        details.put("type", type);
        if (twoPersons) details.put("twoPersons", true);
        put(details, "dueAt", dueAt);
        put(details, "origin", origin);
        put(details, "acceptedAt", acceptedAt);
        put(details, "startedAt", startedAt);
        put(details, "completedAt", completedAt);
        put(details, "outcome", outcome);
        put(details, "result", result);
        put(details, "test", test);
        put(details, "testResult", testResult);
        put(details, "nextStep", nextStep);
        put(details, "score", score);
        put(details, "evaluation", evaluation);
        details.put("effortMinutes", minutes);
        details.put("returnCount", returnCount);
        details.put("reassignmentCount", reassignmentCount);
        return details;
    }

    private static void put(java.util.Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) details.put(name, value);
    }
}
