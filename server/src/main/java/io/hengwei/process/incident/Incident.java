package io.hengwei.process.incident;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentCommand.*;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.process.workorder.WorkedTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/// Whatever troubles somebody, or whatever somebody asks for, until it is verified and filed.
@Table(schema = "incident", name = "incident")
public class Incident extends ProcessRecord<IncidentState, IncidentCommand> {
    private IncidentKind kind;
    private Channel channel;
    private Instant occurredAt;
    private Impact impact;
    private Effect effect;
    private Urgency urgency;
    private Priority priority;
    private @Embedded.Nullable @Nullable Grading grading;
    private @Nullable String systemClass;
    private @Nullable Domain domain;
    private @Nullable Cause cause;
    private @Nullable String category;
    private @Embedded.Nullable(prefix = "caller_") @Nullable Caller caller;
    private @Nullable Instant confirmedAt;
    private @Nullable WaitReason waitingFor;
    private @Embedded.Nullable @Nullable Closure closure;
    private int reopenCount;
    private int reassignmentCount;
    private int effortMinutes;
    private boolean awaitedRequester;
    private boolean leftFirstLine;
    private @Embedded.Nullable(prefix = "alert_") @Nullable AlertTrace alert;
    private @Embedded.Nullable @Nullable Origin origin;

    @Transient
    private transient @Nullable Judgement judgement;

    @SuppressWarnings("NullAway.Init")
    Incident() {}

    Incident(Birth birth, OpenIncident open, @Nullable String systemClass, Judgement judgement) {
        super(birth, open.title(), open.description(), open.unit(), open.requester());
        kind = open.kind();
        channel = open.channel();
        occurredAt = open.occurredAt();
        impact = open.impact();
        effect = open.effect();
        urgency = open.urgency();
        category = open.category();
        caller = open.caller();
        this.systemClass = systemClass;
        this.judgement = judgement;
        concern(open.system());
        alert = open.alert() == null
                ? null
                : new AlertTrace(
                        open.alert().source(),
                        open.alert().fingerprint(),
                        1,
                        open.alert().firstSeen());
        judge(birth.at());
    }

    /// Sets the rules the next command is judged by.
    void judgeBy(Judgement rules) {
        judgement = rules;
    }

    void concernsClass(String systemClass) {
        this.systemClass = systemClass;
    }

    /// Says that the group about to be assigned is not the first line.
    void leavesFirstLine() {
        leftFirstLine = true;
    }

    @Override
    protected Lifecycle<IncidentState, IncidentCommand> lifecycle() {
        return IncidentState.LIFECYCLE;
    }

    @Override
    protected void apply(IncidentCommand command) {
        switch (command) {
            case Confirm confirm -> confirm();
            case Classify classify -> classify(classify);
            case Regrade to -> grading = Grading.byPerson(to.level(), to.reason(), rules().levels(), fault(), now());
            case Escalate escalate -> judge(now());
            case Dispatch to -> dispatch(to.group(), to.assignee(), to.reason());
            case RaiseWorkOrder raise -> raise(raise.group());
            case RecordWork work -> record(work);
            case TakeFeedback feedback -> effortMinutes += feedback.minutes();
            case NoteAlert seen -> alert = Objects.requireNonNull(alert).seenAgain(seen.count(), seen.lastSeen());
            case Wait wait -> waitFor(wait.waitingFor());
            case Resume resume -> waitingFor = null;
            case Resolve report -> resolve(report);
            case Evaluate opinion -> evaluate(opinion);
            case Verify verify -> closure = closure().verified(by(), requester(), now());
            case Dispute dispute -> takeUpAgain();
            case Close close -> closure = closure().filed(number(), now());
            case Reopen reopen -> reopen();
            case Cancel cancel -> rest();
            case Merge merge -> rest();
        }
    }

    private void confirm() {
        if (confirmedAt == null) confirmedAt = now();
    }

    private void classify(Classify as) {
        confirm();
        impact = as.impact();
        effect = as.effect();
        urgency = as.urgency();
        if (as.domain() != null) domain = as.domain();
        if (as.cause() != null) cause = as.cause();
        if (as.category() != null) category = as.category();
        judge(now());
    }

    private void judge(Instant now) {
        priority = rules().priorities().of(urgency, impact);
        if (kind.hasLevel()) grading = Grading.of(grading, rules().levels(), fault(), now);
    }

    private Judgement rules() {
        return Objects.requireNonNull(judgement, "judgeBy comes first");
    }

    LevelRules.Fault fault() {
        return new LevelRules.Fault(systemClass, impact, effect, occurredAt);
    }

    private void dispatch(GroupId group, @Nullable UserId person, @Nullable String reason) {
        confirm();
        waitingFor = null;
        var moved = assignmentGroup() != null
                && (!group.equals(assignmentGroup())
                        || assignee() != null && !assignee().equals(person));
        if (moved && (reason == null || reason.isBlank())) throw Refused.invalid("reason-needed");
        if (moved) reassignmentCount++;
        assignTo(group, person);
    }

    private void raise(GroupId group) {
        confirm();
        waitingFor = null;
        if (assignmentGroup() == null) assignTo(group, null);
        leftFirstLine = true;
    }

    private void record(RecordWork work) {
        new WorkedTime(work.startedAt(), work.endedAt()).requireDoneBy(now());
        effortMinutes += work.minutes();
    }

    private void waitFor(WaitReason reason) {
        waitingFor = reason;
        awaitedRequester |= reason == WaitReason.REQUESTER;
    }

    private void resolve(Resolve report) {
        confirm();
        if (report.testResult() == TestResult.FAILED) throw Refused.invalid("test-failed");
        if (report.testResult() == TestResult.NOT_APPLICABLE && report.code() == Resolution.Code.FIXED)
            throw Refused.invalid("test-needed");
        closure = Closure.resolved(new Resolution(
                report.code(), report.summary(), report.rootCause(), report.test(), report.testResult(), now(), by()));
        waitingFor = null;
        rest();
    }

    private void evaluate(Evaluate opinion) {
        closure = closure().evaluated(new Evaluation(opinion.score(), opinion.comment(), now(), by()));
        registerEvent(new IncidentEvaluated(id(), opinion.score(), opinion.comment(), by()));
    }

    private Closure closure() {
        return Objects.requireNonNull(closure, "the life cycle lets nobody here before the report");
    }

    private void reopen() {
        reopenCount++;
        takeUpAgain();
    }

    private void takeUpAgain() {
        closure = null;
        if (grading != null) grading = grading.watching(rules().levels(), fault(), now());
    }

    private void rest() {
        if (grading != null) grading = grading.resting();
    }

    @Override
    public @Nullable String level() {
        return grading == null ? null : grading.level().name();
    }

    @Override
    public @Nullable String priority() {
        return priority.name();
    }

    @Override
    public @Nullable String systemClass() {
        return systemClass;
    }

    @Override
    public String matter() {
        return kind.name();
    }

    @Override
    public @Nullable String waitsFor() {
        return waitingFor == null ? null : waitingFor.name();
    }

    boolean isOver() {
        return state().phase() == Phase.DONE;
    }

    Map<String, Object> details() {
        return new IncidentDetails()
                .put("kind", kind)
                .put("channel", channel)
                .put("occurredAt", occurredAt)
                .put("impact", impact)
                .put("effect", effect)
                .put("urgency", urgency)
                .put("domain", domain)
                .put("cause", cause)
                .put("category", category)
                .put("levelReason", grading == null ? null : grading.reason())
                .put("confirmedAt", confirmedAt)
                .put("waitingFor", waitingFor)
                .put("caller", caller)
                .put(closure)
                .put("reopenCount", reopenCount)
                .put("reassignmentCount", reassignmentCount)
                .put("effortMinutes", effortMinutes)
                .put("alert", alert)
                .put(origin)
                .values();
    }
}
