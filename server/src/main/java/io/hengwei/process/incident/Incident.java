package io.hengwei.process.incident;

import static io.hengwei.process.incident.IncidentState.CANCELLED;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentCommand.*;
import io.hengwei.process.workorder.TestResult;
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
    private @Nullable FaultLevel level;
    private @Nullable String levelReason;
    private boolean levelByPerson;
    private @Nullable Instant regradeAt;
    private @Nullable String systemClass;
    private @Nullable Domain domain;
    private @Nullable Cause cause;
    private @Nullable String category;
    private @Nullable String callerName;
    private @Nullable String callerPhone;
    private @Nullable Instant confirmedAt;
    private @Nullable WaitReason waitingFor;
    private @Embedded.Nullable(prefix = "resolution_") @Nullable Resolution resolution;
    private @Embedded.Nullable(prefix = "evaluation_") @Nullable Evaluation evaluation;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant verifiedAt;
    private @Nullable Instant closedAt;
    private @Nullable String archiveNumber;
    private int reopenCount;
    private int reassignmentCount;
    private int effortMinutes;
    private boolean awaitedRequester;
    private boolean leftFirstLine;
    private @Nullable String alertSource;
    private @Nullable String alertFingerprint;
    private int alertCount;
    private @Nullable Instant alertLastSeen;

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
        this.systemClass = systemClass;
        concern(open.system());
        if (open.caller() != null) {
            callerName = open.caller().name();
            callerPhone = open.caller().phone();
        }
        if (open.alert() != null) {
            alertSource = open.alert().source();
            alertFingerprint = open.alert().fingerprint();
            alertLastSeen = open.alert().firstSeen();
            alertCount = 1;
        }
        judge(judgement, birth.at());
    }

    /// Sets the rules the next command is judged by.
    void judgeBy(Judgement rules) {
        judgement = rules;
    }

    @Override
    protected Lifecycle<IncidentState, IncidentCommand> lifecycle() {
        return IncidentState.LIFECYCLE;
    }

    @Override
    protected void apply(IncidentCommand command) {
        switch (command) {
            case Confirm() -> confirm();
            case Classify classify -> classify(classify);
            case Regrade(var to, var reason) -> regrade(to, reason, true);
            case Escalate(var to, var reason) -> regrade(to, reason, levelByPerson);
            case Dispatch dispatch -> dispatch(dispatch.group(), dispatch.assignee(), dispatch.reason());
            case RaiseWorkOrder raise -> raise(raise.group());
            case RecordWork work -> record(work);
            case TakeFeedback feedback -> effortMinutes += feedback.minutes();
            case NoteAlert alert -> note(alert);
            case Wait wait -> waitFor(wait.waitingFor());
            case Resume _ -> waitingFor = null;
            case Resolve report -> resolve(report);
            case Evaluate(var score, var comment) -> evaluate(score, comment);
            case Verify _ -> verify();
            case Dispute _ -> reopen();
            case Close() -> close();
            case Reopen _ -> reopenAgain();
            case Cancel _, Merge _ -> regradeAt = null;
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
        judge(Objects.requireNonNull(judgement), now());
    }

    private void judge(Judgement by, Instant now) {
        priority = by.priorities().of(urgency, impact);
        if (kind == IncidentKind.SERVICE_REQUEST || kind == IncidentKind.CONSULTATION) return;
        var proposed = by.levels().at(fault(), now);
        if (level == null || !levelByPerson) set(proposed, "rule");
        else if (proposed.compareTo(level) < 0) set(proposed, "rule");
        regradeAt = by.levels().next(fault(), level, now).orElse(null);
    }

    LevelRules.Fault fault() {
        return new LevelRules.Fault(systemClass, impact, effect, occurredAt);
    }

    private void set(FaultLevel to, String reason) {
        level = to;
        levelReason = reason;
    }

    private void regrade(FaultLevel to, String reason, boolean byPerson) {
        if (level == to && byPerson == levelByPerson && !byPerson) return;
        set(to, reason);
        levelByPerson = byPerson;
        regradeAt = Objects.requireNonNull(judgement).levels().next(fault(), to, now()).orElse(null);
    }

    private void dispatch(GroupId group, @Nullable UserId person, @Nullable String reason) {
        confirm();
        var moved = assignmentGroup() != null && (!group.equals(assignmentGroup()) || assignee() != null && !assignee().equals(person));
        if (moved && (reason == null || reason.isBlank())) throw Refused.invalid("reason-needed");
        if (moved) reassignmentCount++;
        assignTo(group, person);
    }

    private void raise(GroupId group) {
        confirm();
        if (assignmentGroup() == null) assignTo(group, null);
        leftFirstLine = true;
    }

    /// Says that the group just assigned is not the first line.
    void leavesFirstLine() {
        leftFirstLine = true;
    }

    private void record(RecordWork work) {
        if (work.endedAt().isBefore(work.startedAt())) throw Refused.invalid("ends-before-start");
        effortMinutes += work.minutes();
    }

    private void note(NoteAlert alert) {
        alertCount = alert.count();
        alertLastSeen = alert.lastSeen();
    }

    private void waitFor(WaitReason reason) {
        waitingFor = reason;
        awaitedRequester |= reason == WaitReason.REQUESTER;
    }

    private void resolve(Resolve report) {
        confirm();
        if (report.testResult() == TestResult.FAILED) throw Refused.invalid("test-failed");
        if (report.testResult() == TestResult.NOT_APPLICABLE && report.code() == Resolution.Code.FIXED) throw Refused.invalid("test-needed");
        resolution = new Resolution(report.code(), report.summary(), report.rootCause(), report.test(), report.testResult(), now(), by());
        resolvedAt = now();
        waitingFor = null;
        regradeAt = null;
    }

    private void evaluate(int score, @Nullable String comment) {
        refuseOwnWork("evaluate-own-work");
        evaluation = new Evaluation(score, comment, now(), by());
    }

    private void verify() {
        refuseOwnWork("verify-own-work");
        verifiedAt = now();
    }

    private void refuseOwnWork(String reason) {
        if (resolution != null && resolution.by().equals(by()) && !by().equals(requester())) throw new Refused(reason);
    }

    private void close() {
        closedAt = now();
        archiveNumber = "AR-" + now().atZone(java.time.ZoneOffset.UTC).getYear() + "-" + number();
    }

    private void reopenAgain() {
        reopenCount++;
        reopen();
    }

    private void reopen() {
        resolution = null;
        evaluation = null;
        resolvedAt = null;
        verifiedAt = null;
        closedAt = null;
        archiveNumber = null;
        regradeAt = level == null ? null : Objects.requireNonNull(judgement).levels().next(fault(), level, now()).orElse(null);
    }

    @Override
    public @Nullable String level() {
        return level == null ? null : level.name();
    }

    @Override
    public @Nullable String priority() {
        return priority.name();
    }

    @Override
    public @Nullable String systemClass() {
        return systemClass;
    }

    boolean isOver() {
        return state().phase() == Phase.DONE || state() == CANCELLED;
    }

    Map<String, Object> details() {
        var d = new IncidentDetails();
        d.put("kind", kind).put("channel", channel).put("occurredAt", occurredAt).put("impact", impact).put("effect", effect).put("urgency", urgency);
        d.put("domain", domain).put("cause", cause).put("category", category).put("levelReason", levelReason).put("confirmedAt", confirmedAt).put("waitingFor", waitingFor);
        if (callerName != null) d.put("caller", Map.of("name", callerName, "phone", String.valueOf(callerPhone)));
        d.put("resolution", resolution).put("evaluation", evaluation).put("resolvedAt", resolvedAt).put("verifiedAt", verifiedAt).put("closedAt", closedAt);
        d.put("archiveNumber", archiveNumber).put("reopenCount", reopenCount).put("reassignmentCount", reassignmentCount).put("effortMinutes", effortMinutes);
        if (alertSource != null) d.put("alert", Map.of("source", alertSource, "count", alertCount, "lastSeen", String.valueOf(alertLastSeen)));
        return d.values();
    }
}
