package io.hengwei.process.workorder;

import static io.hengwei.process.workorder.WorkOrder.State.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.workorder.WorkOrderCommand.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkOrderLifecycleTest {
    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    static final UserId DISPATCHER = new UserId(Ids.next());
    static final UserId LI = new UserId(Ids.next());
    static final UserId WANG = new UserId(Ids.next());
    static final GroupId FIELD = new GroupId(Ids.next());

    @Test
    void whoeverAcceptsAGroupsOrderHasIt() {
        var order = dispatchedTo(null);
        order.perform(new Accept(), LI, NOON);
        assertThat(order.assignee()).isEqualTo(LI);
    }

    @Test
    void nobodyAcceptsAnotherPersonsOrder() {
        var order = dispatchedTo(LI);
        assertThatThrownBy(() -> order.perform(new Accept(), WANG, NOON)).isInstanceOf(Refused.class);
    }

    @Test
    void aTransferWaitsForTheNewPersonToAccept() {
        var order = dispatchedTo(LI);
        order.perform(new Accept(), LI, NOON);
        order.perform(new Transfer(WANG, "I am on leave"), LI, NOON);
        assertThat(order.state()).isEqualTo(DISPATCHED);
        assertThat(order.assignee()).isEqualTo(WANG);
        order.perform(new Accept(), WANG, NOON);
        assertThat(order.state()).isEqualTo(ACCEPTED);
    }

    @Test
    void nobodyIsHandedWhatHeHas() {
        var order = dispatchedTo(LI);
        assertThatThrownBy(() -> order.perform(new Transfer(LI, "I am on leave"), LI, NOON))
                .isInstanceOf(Refused.class);
    }

    @Test
    void takingWorkAwayFromSomebodyNeedsAReason() {
        var order = dispatchedTo(LI);
        order.perform(new Accept(), LI, NOON);
        assertThatThrownBy(() -> order.perform(new Dispatch(FIELD, WANG, null), DISPATCHER, NOON))
                .isInstanceOf(Refused.class);
        order.perform(new Dispatch(FIELD, WANG, "closer to the site"), DISPATCHER, NOON);
        assertThat(order.assignee()).isEqualTo(WANG);
    }

    @Test
    void solvedWithAFailedTestIsRefused() {
        var order = accepted();
        assertThatThrownBy(() -> order.perform(complete(Outcome.SOLVED, TestResult.FAILED), LI, NOON))
                .isInstanceOf(Refused.class);
        order.perform(complete(Outcome.NOT_SOLVED, TestResult.FAILED), LI, NOON);
        assertThat(order.state()).isEqualTo(COMPLETED);
    }

    @Test
    void nobodyEvaluatesHisOwnOrder() {
        var order = accepted();
        order.perform(complete(Outcome.SOLVED, TestResult.PASSED), LI, NOON);
        assertThatThrownBy(() -> order.perform(new Evaluate(5, null), LI, NOON)).isInstanceOf(Refused.class);
        order.perform(new Evaluate(5, null), DISPATCHER, NOON);
        assertThat(order.state()).isEqualTo(CLOSED);
    }

    @Test
    void workIsWrittenDownWhenItIsDoneAndWantedLaterThanNow() {
        var order = accepted();
        var tomorrow = new RecordWork("will look", NOON, NOON.plusSeconds(86_400), 60, null);
        assertThatThrownBy(() -> order.perform(tomorrow, LI, NOON)).hasMessageContaining("work-to-come");
        assertThatThrownBy(() -> raised(NOON.minusSeconds(60))).hasMessageContaining("due-already");
    }

    @Test
    void effortAddsUpOverEntriesAndReport() {
        var order = accepted();
        order.perform(new RecordWork("looked", NOON.minusSeconds(600), NOON, 10, null), LI, NOON);
        order.perform(complete(Outcome.SOLVED, TestResult.PASSED), LI, NOON);
        assertThat(order.details()).containsEntry("effortMinutes", 40);
    }

    @Test
    void twoPersonWorkIsMarkedByDispatchingAndByNothingTakenAwayButWithAReason() {
        var order = raised(null);
        assertThat(order.takesTwo(new Start())).isFalse();
        assertThat(order.admits(LiftTwoPersons.class)).isFalse();
        order.perform(new Dispatch(FIELD, LI, null, true), DISPATCHER, NOON);
        order.perform(new Dispatch(FIELD, WANG, "closer to the site", false), DISPATCHER, NOON);
        assertThat(order.details()).containsEntry("twoPersons", true);
        assertThat(order.admits(LiftTwoPersons.class)).isTrue();
        order.perform(new LiftTwoPersons("only a reading"), DISPATCHER, NOON);
        assertThat(order.details()).doesNotContainKey("twoPersons");
        assertThatThrownBy(() -> order.perform(new LiftTwoPersons("again"), DISPATCHER, NOON))
                .hasMessageContaining("one-person-already");
    }

    @Test
    void whatCarriesTwoPersonWorkOutTakesTwoAndNothingElseDoes() {
        var order = raised(null);
        order.perform(new Dispatch(FIELD, LI, null, true), DISPATCHER, NOON);
        assertThat(order.takesTwo(new Start())).isTrue();
        assertThat(order.takesTwo(new Continue())).isTrue();
        assertThat(order.takesTwo(complete(Outcome.SOLVED, TestResult.PASSED))).isTrue();
        assertThat(order.takesTwo(new Accept())).isFalse();
        assertThat(order.takesTwo(new Hold("waits for parts"))).isFalse();
        assertThat(order.takesTwo(new Return("not ours"))).isFalse();
    }

    private static Complete complete(Outcome outcome, TestResult test) {
        return new Complete(outcome, "replaced", NOON.minusSeconds(1800), NOON, 30, "pinged it", test, null);
    }

    private static WorkOrder accepted() {
        var order = dispatchedTo(LI);
        order.perform(new Accept(), LI, NOON);
        return order;
    }

    private static WorkOrder dispatchedTo(@Nullable UserId person) {
        var order = raised(null);
        order.perform(new Dispatch(FIELD, person, null), DISPATCHER, NOON);
        return order;
    }

    private static WorkOrder raised(@Nullable Instant dueAt) {
        var raise = new RaiseWorkOrder(
                WorkOrderType.ON_SITE_SUPPORT,
                "Replace the switch",
                "Third floor",
                new UnitId(Ids.next()),
                FIELD,
                null,
                "P2",
                dueAt,
                null,
                null,
                null,
                null,
                null);
        return new WorkOrder(new Birth(RecordId.next(), "WO0000001", NOON, DISPATCHER, raise), raise, false);
    }
}
