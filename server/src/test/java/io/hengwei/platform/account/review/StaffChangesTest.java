package io.hengwei.platform.account.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.IdentityAct.CloseAccount;
import io.hengwei.platform.identity.IdentityAct.SetAccount;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a change of the staff record, and the end of a temporary account, ask of the head of the unit.
@HengweiTest
class StaffChangesTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountReviewSchedule schedule;

    @Autowired
    ReviewUpkeep upkeep;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private People people;
    private UnitId from;
    private UnitId to;
    private UserId head;
    private UserId engineer;

    @BeforeEach
    void twoDepartments() {
        people = new People(context);
        from = people.branch();
        to = people.branch();
        head = people.person(to, "DEPT_HEAD");
        engineer = people.person(from, "ENGINEER");
    }

    @Test
    void whoMovesIsReviewedByTheHeadOfTheNewUnit() throws InterruptedException {
        move(engineer);
        var review = until(() -> review("MOVED"));
        assertThat(text("select unit::text from account.account_review where id = '" + review + "'"))
                .isEqualTo(to.toString());
        assertThat(as(head).get("/api/my-work").toString()).contains(review);
        assertThat(until(() -> notice(head, review))).isEqualTo("toReview");
        assertThat(as(engineer).ask("/api/account-reviews/" + review))
                .as("whom it is about sees it")
                .hasStatusOk();
    }

    @Test
    void aHeadWhoMovesDoesNotConfirmTheRoundAboutHimself() throws InterruptedException {
        var moved = people.person(from, "DEPT_HEAD", to);
        move(moved);
        var review = until(() -> of(moved, "MOVED"));
        assertThat(as(moved).post("/api/account-reviews/" + review + "/commands", "{\"command\":\"Confirm\"}", 1))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("review-not-yours");
    }

    @Test
    void aNewPostIsReviewedAndTheFirstOneIsNot() throws InterruptedException {
        act(() -> accounts.set(engineer, new SetAccount(AccountClass.PERSON, null, "工程师", null)));
        act(() -> accounts.set(engineer, new SetAccount(AccountClass.PERSON, null, "工程师", null)));
        act(() -> accounts.set(engineer, new SetAccount(AccountClass.PERSON, null, "科长", null)));
        assertThat(until(() -> review("POST_CHANGED"))).isNotNull();
        assertThat(text("select count(*)::text from account.account_review where person = '" + engineer + "'"))
                .isEqualTo("1");
    }

    @Test
    void whoHoldsNothingIsAskedAboutByNobodyAndWhoWasAppliedForNeither() throws InterruptedException {
        var guest = people.person(from);
        move(guest);
        change("""
            insert into account.account_request (id, version, number, title, description, state, unit, opened_at, updated_at, done_at, request, target, person,
                account_class, rights, due_at, executed_by) values (gen_random_uuid(), 1, 'ACR-%1$s', 'x', '', 'EXECUTED', '%2$s', now(), now(), now(), 'CHANGE',
                'HENGWEI', '%1$s', 'PERSON', '', now(), '%3$s')""".formatted(engineer, to, head));
        move(engineer);
        var last = people.person(from, "ENGINEER");
        move(last);
        until(() -> text("select max(id::text) from account.account_review where person = '" + last + "'"));
        assertThat(text("select count(*)::text from account.account_review where person in ('" + guest + "', '"
                        + engineer + "')"))
                .isEqualTo("0");
    }

    @Test
    void aTemporaryAccountIsAnnouncedToItsPersonAndToTheHeadAndTheRoundLapsesWithIt() throws InterruptedException {
        var guest = people.person(to, "ENGINEER");
        act(() -> accounts.set(
                guest,
                new SetAccount(AccountClass.PERSON, null, null, clock.instant().plus(Duration.ofDays(5)))));
        act(() -> accounts.set(
                engineer,
                new SetAccount(AccountClass.PERSON, null, null, clock.instant().plus(Duration.ofDays(50)))));
        for (int i = 0; i < 2; i++) act(() -> schedule.openEndings(clock.instant()));
        assertThat(review("ENDING")).as("fifty days are long").isNull();
        var review = Objects.requireNonNull(of(guest, "ENDING"));
        assertThat(until(() -> notice(guest, review))).isEqualTo("ending");
        assertThat(until(() -> notice(head, review))).isEqualTo("toReview");
        act(() -> accounts.close(guest, new CloseAccount("到期")));
        act(() -> upkeep.look());
        assertThat(text("select state from account.account_review where id = '" + review + "'"))
                .isEqualTo("LAPSED");
    }

    private @Nullable String review(String cause) {
        return of(engineer, cause);
    }

    private @Nullable String of(UserId person, String cause) {
        return text("select max(id::text) from account.account_review where person = '" + person + "' and cause = '"
                + cause + "'");
    }

    private @Nullable String notice(UserId person, @Nullable String record) {
        return text("select max(key) from notification.notice where person = '" + person + "' and record = '" + record
                + "'");
    }

    private static String until(Supplier<@Nullable String> there) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var found = there.get();
            if (found != null) return found;
            Thread.sleep(50);
        }
        throw new AssertionError("It did not come");
    }

    private Client as(UserId person) {
        return Client.of(context, people.token(person));
    }

    private void move(UserId person) {
        act(() -> transactions.executeWithoutResult(ignored -> accounts.move(person, to)));
    }

    private static void act(Runnable work) {
        Scope.asSystem(work);
    }

    private @Nullable String text(String sql) {
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql(sql)
                .query((row, index) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null)));
    }

    private void change(String sql) {
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(sql).update()));
    }
}
