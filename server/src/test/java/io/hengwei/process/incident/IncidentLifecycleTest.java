package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentCommand.*;
import io.hengwei.process.workorder.TestResult;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IncidentLifecycleTest {
    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    static final UserId DESK = new UserId(Ids.next());
    static final UserId ENGINEER = new UserId(Ids.next());
    static final UserId REQUESTER = new UserId(Ids.next());
    static final GroupId NETWORK = new GroupId(Ids.next());
    static final Judgement RULES = new Judgement(PriorityMatrix.STANDARD, LevelRules.STANDARD);

    @Test
    void nobodyIsDispatchedBeforeTheIncidentIsClassified() {
        assertThat(IncidentState.LIFECYCLE.availableIn(IncidentState.RECORDED))
                .contains(Classify.class, Confirm.class, Cancel.class, Merge.class)
                .doesNotContain(Dispatch.class, RaiseWorkOrder.class, Resolve.class, Close.class);
    }

    @Test
    void nothingIsClosedBeforeReportEvaluationAndVerification() {
        var incident = classified("A", Impact.ONE_UNIT, Effect.UNUSABLE);
        refuses(incident, new Close(), DESK);
        perform(incident, new Dispatch(NETWORK, ENGINEER, null), DESK);
        refuses(incident, new Close(), DESK);
        perform(incident, report(TestResult.PASSED), ENGINEER);
        refuses(incident, new Verify(null), REQUESTER);
        perform(incident, new Evaluate(4, null), DESK);
        refuses(incident, new Close(), DESK);
        perform(incident, new Verify("works again"), REQUESTER);
        perform(incident, new Close(), DESK);
        assertThat(incident.state()).isEqualTo(IncidentState.CLOSED);
        assertThat(incident.details()).containsKeys("archiveNumber", "closedAt", "resolution", "evaluation");
    }

    @Test
    void aClosedIncidentCanOnlyBeReopened() {
        assertThat(IncidentState.LIFECYCLE.availableIn(IncidentState.CLOSED)).containsExactly(Reopen.class);
    }

    @Test
    void whoSolvedItMayNotEvaluateIt() {
        var incident = classified("B", Impact.ONE_UNIT, Effect.IMPAIRED);
        perform(incident, report(TestResult.PASSED), ENGINEER);
        refuses(incident, new Evaluate(5, null), ENGINEER);
    }

    @Test
    void aFixWithoutAPassedTestIsNoSolution() {
        var incident = classified("B", Impact.ONE_UNIT, Effect.IMPAIRED);
        refuses(incident, report(TestResult.FAILED), ENGINEER);
        refuses(incident, report(TestResult.NOT_APPLICABLE), ENGINEER);
        assertThat(incident.state()).isEqualTo(IncidentState.CLASSIFIED);
    }

    @Test
    void movingSomebodyElsesWorkNeedsAReasonAndIsCounted() {
        var incident = classified("C", Impact.ONE_PERSON, Effect.MINOR);
        perform(incident, new Dispatch(NETWORK, ENGINEER, null), DESK);
        refuses(incident, new Dispatch(new GroupId(Ids.next()), null, " "), DESK);
        perform(incident, new Dispatch(new GroupId(Ids.next()), null, "not the network"), DESK);
        assertThat(incident.details()).containsEntry("reassignmentCount", 1);
    }

    @Test
    void priorityFollowsTheMatrix() {
        var incident = classified("C", Impact.ONE_UNIT, Effect.MINOR);
        assertThat(incident.priority()).isEqualTo("P3");
        perform(incident, new Classify(Impact.ORGANISATION, Effect.MINOR, Urgency.HIGH, null, null, null), DESK);
        assertThat(incident.priority()).isEqualTo("P1");
    }

    @Test
    void theLevelBecomesGraverWhileTheFaultLasts() {
        var incident = classified("A", Impact.ORGANISATION, Effect.UNUSABLE);
        assertThat(incident.level()).isEqualTo("LEVEL_IV");
        later(incident, 10, "LEVEL_III");
        later(incident, 30, "LEVEL_II");
        later(incident, 60, "LEVEL_I");
    }

    @Test
    void aPersonsLevelStandsUntilTheRulesSeeWorse() {
        var incident = classified("A", Impact.ORGANISATION, Effect.UNUSABLE);
        perform(incident, new Regrade(FaultLevel.LEVEL_II, "payment day"), DESK);
        later(incident, 31, "LEVEL_II");
        assertThat(incident.details()).containsEntry("levelReason", "payment day");
        later(incident, 61, "LEVEL_I");
    }

    @Test
    void requestsHaveNoFaultLevel() {
        var request = opened(IncidentKind.SERVICE_REQUEST, "A", Impact.ORGANISATION, Effect.UNUSABLE);
        assertThat(request.level()).isNull();
    }

    private static void later(Incident incident, int minutes, String level) {
        incident.judgeBy(RULES);
        incident.perform(new Escalate(FaultLevel.LEVEL_I, "rule"), DESK, NOON.plus(Duration.ofMinutes(minutes)));
        assertThat(incident.level()).isEqualTo(level);
    }

    private static Resolve report(TestResult result) {
        return new Resolve(
                Resolution.Code.FIXED, "Replaced the fan", "worn out", "switched on, ran for ten minutes", result);
    }

    private static Incident classified(String systemClass, Impact impact, Effect effect) {
        var incident = opened(IncidentKind.FAULT, systemClass, impact, effect);
        perform(incident, new Classify(impact, effect, Urgency.MEDIUM, Domain.NETWORK, null, null), DESK);
        return incident;
    }

    private static Incident opened(IncidentKind kind, String systemClass, Impact impact, Effect effect) {
        var open = new OpenIncident(
                kind,
                "No network",
                "The third floor has no network",
                REQUESTER,
                null,
                new UnitId(Ids.next()),
                Channel.HOTLINE,
                NOON,
                impact,
                effect,
                Urgency.MEDIUM,
                null,
                null,
                null);
        return new Incident(new Birth(RecordId.next(), "INC0000001", NOON, DESK, open), open, systemClass, RULES);
    }

    private static void perform(Incident incident, IncidentCommand command, UserId by) {
        incident.judgeBy(RULES);
        incident.perform(command, by, NOON);
    }

    private static void refuses(Incident incident, IncidentCommand command, UserId by) {
        assertThatThrownBy(() -> perform(incident, command, by)).isInstanceOf(Refused.class);
    }
}
