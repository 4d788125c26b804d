package io.hengwei.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Who hears that an account request or an account review is late, and how often.
@HengweiTest
class RemindersTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Reminders reminders;

    @Autowired
    AccountRequestManagement requests;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private People people;
    private UnitId branch;
    private UserId head;
    private UserId administrator;

    @BeforeEach
    void staff() {
        people = new People(context);
        branch = people.branch();
        head = people.person(branch, "DEPT_HEAD");
        administrator = people.person(branch, Roles.SECURITY_ADMINISTRATOR);
    }

    @Test
    void aLateReviewIsSaidToItsReviewersOnceADay() throws InterruptedException {
        var review = Client.of(context, people.token(administrator))
                .make("/api/account-reviews", "{\"unit\":\"" + branch + "\"}");
        reminders.remind(clock.instant());
        assertThat(times(review)).as("ten days are left").isZero();
        late(review);
        reminders.remind(clock.instant());
        reminders.remind(clock.instant().plus(Duration.ofHours(20)));
        assertThat(times(review)).isEqualTo(1);
        reminders.remind(clock.instant().plus(Duration.ofHours(25)));
        assertThat(times(review)).isEqualTo(2);
        assertTold(head, review);
    }

    @Test
    void aLateRequestIsSaidToThoseWhoCarryItOutUntilItIsOver() throws InterruptedException {
        var leaver = people.person(branch);
        var request = Scope.asSystem(() -> requests.open(new OpenAccountRequest(
                        RequestKind.CLOSE,
                        AccountTarget.HENGWEI,
                        null,
                        leaver,
                        "离职者",
                        AccountClass.PERSON,
                        null,
                        branch,
                        null,
                        List.of(),
                        "离职",
                        null,
                        null,
                        null)))
                .id()
                .toString();
        late(request);
        reminders.remind(clock.instant());
        assertTold(administrator, request);
        assertThat(told(leaver, request)).as("whom it is about need not act").isZero();
        Scope.asSystem(() -> requests.perform(
                new io.hengwei.platform.record.RecordId(java.util.UUID.fromString(request)),
                1,
                new AccountRequestCommand.TurnDown("重复")));
        reminders.remind(clock.instant().plus(Duration.ofDays(2)));
        assertThat(times(request)).isEqualTo(1);
    }

    private void late(String record) {
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "update record.record_card set next_due_at = now() - interval '1 hour' where id = cast(? as uuid)")
                .param(record)
                .update()));
    }

    private long times(String record) {
        return count("select count(*) from record.journal where command = 'Overdue' and subject = '" + record + "'");
    }

    private long told(UserId person, String record) {
        return count("select count(*) from notification.notice where key = 'overdue' and person = '" + person
                + "' and record = '" + record + "'");
    }

    private void assertTold(UserId person, String record) throws InterruptedException {
        for (int i = 0; i < 300 && told(person, record) == 0; i++) Thread.sleep(50);
        assertThat(told(person, record)).isPositive();
    }

    private long count(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(Long.class).single()));
    }
}
