package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.workorder.Outcome;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.process.workorder.WorkOrderCompleted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// The event of a completed order may come twice, late, or after the one that followed it: its minutes count once.
@HengweiTest
class WorkOrderFeedbackTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    WorkOrderFeedback listener;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private final RecordId order = RecordId.next();
    private WorkOrderFeedback feedback;
    private RecordId incident;
    private UserId engineer;

    @BeforeEach
    void anIncidentWithAnOrder() {
        feedback = AopTestUtils.getTargetObject(listener); // in this thread
        var people = new People(context);
        var unit = people.branch();
        engineer = people.person(unit, "ENGINEER");
        incident = Scope.asSystem(() -> incidents.open(new OpenIncident(
                        IncidentKind.FAULT,
                        "打印机不工作",
                        "三楼",
                        null,
                        new Caller("李四", "8001"),
                        unit,
                        Channel.HOTLINE,
                        Instant.now().minusSeconds(60),
                        Impact.ONE_UNIT,
                        Effect.IMPAIRED,
                        Urgency.MEDIUM,
                        null,
                        null,
                        null)))
                .id();
    }

    private WorkOrderCompleted completed(long completion, int minutesSoFar) {
        return new WorkOrderCompleted(
                order,
                "WO1",
                incident,
                Outcome.PARTLY,
                "看过了",
                "未测",
                TestResult.NOT_APPLICABLE,
                minutesSoFar,
                engineer,
                completion);
    }

    @Test
    void whatIsDeliveredTwiceCountsOnce() {
        feedback.on(completed(4, 30));
        feedback.on(completed(4, 30));
        assertThat(minutes()).isEqualTo(30);
        assertThat(taken()).containsExactly(30);
    }

    @Test
    void afterReworkOnlyWhatWasDoneSinceCounts() {
        feedback.on(completed(4, 30));
        feedback.on(completed(7, 50));
        feedback.on(completed(4, 30));
        feedback.on(completed(7, 50));
        assertThat(minutes()).isEqualTo(50);
        assertThat(taken()).containsExactly(30, 20);
    }

    @Test
    void aReportThatComesAfterTheNextOneAddsNothing() {
        feedback.on(completed(7, 50));
        feedback.on(completed(4, 30));
        assertThat(minutes()).isEqualTo(50);
        assertThat(taken()).containsExactly(50, 0);
    }

    private int minutes() {
        return asked("select effort_minutes from incident.incident where id = ?")
                .getFirst();
    }

    private List<Integer> taken() {
        return asked(
                "select (body ->> 'minutes')::int from record.journal where subject = ? and command = 'TakeFeedback' order by version");
    }

    private List<Integer> asked(String sql) {
        return Scope.asSystem(() -> transactions.execute(ignored ->
                db.sql(sql).param(incident.value()).query(Integer.class).list()));
    }
}
