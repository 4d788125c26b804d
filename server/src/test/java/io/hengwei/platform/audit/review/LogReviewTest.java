package io.hengwei.platform.audit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.audit.review.LogReviewCommand.*;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What stands out is found once, answered for, and reviewed.
@HengweiTest
class LogReviewTest {
    record Export(int rows) implements Operation {}

    record TurnedAway(int times) implements Operation {
        @Override
        public String commandName() {
            return "Refused";
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Operations operations;

    @Autowired
    Directory directory;

    @Autowired
    AnomalyRules rules;

    @Autowired
    Anomalies anomalies;

    @Autowired
    LogReviewManagement reviews;

    @Autowired
    ReviewSchedule schedule;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc http;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private People people;
    private UserId person;

    @BeforeEach
    void somebody() {
        people = new People(context);
        person = people.person(people.root());
    }

    @Test
    void failedSignInsRefusalsAndMassExportsAreFoundOnceWithTheirLines() throws Exception {
        for (int i = 0; i < 6; i++) act(Scope.SYSTEM, person, new IdentityAct.SignInFailed("10.0.0.1", false, null));
        act(person, person, new Export(19_000));
        act(person, person, new Export(1_500));
        act(person, person, new TurnedAway(30));
        var found = found(3);
        assertThat(found).contains("MASS_EXPORT 20500 2", "MANY_REFUSALS 30 1");
        assertThat(found).anyMatch(one -> one.startsWith("FAILED_SIGN_INS "));
        assertThat(told()).isEqualTo(3);
    }

    @Test
    void aRightGivenAndTakenAwayStandsOut() throws Exception {
        var unit = people.root();
        act(Scope.SYSTEM, person, new IdentityAct.Grant("OPS_MANAGER", unit, null, null));
        act(Scope.SYSTEM, person, new IdentityAct.Revoke(Ids.next(), "OPS_MANAGER", unit));
        assertThat(found(1)).containsExactly("SHORT_GRANT 1 2");
    }

    @Test
    void onlyAnAdministratorsNightStandsOut() {
        var administrator = people.person(people.root(), "PLATFORM_ADMIN");
        var night = Instant.parse("2026-01-05T18:30:00Z"); // half past two in Shanghai
        assertThat(judged(administrator, night)).isPresent();
        assertThat(judged(administrator, Instant.parse("2026-01-05T02:30:00Z"))).isEmpty();
        assertThat(judged(person, night)).isEmpty();
    }

    @Test
    void aReviewAnswersForItsAnomaliesAndIsApprovedByAnother() throws Exception {
        var auditor = people.person(people.root(), "SYS_AUDITOR");
        var executive = people.person(people.root(), "EXECUTIVE");
        act(person, person, new Export(50_000));
        found(1);
        var from = LocalDate.ofInstant(clock.instant(), zone).with(TemporalAdjusters.firstDayOfMonth());
        var review = as(auditor, () -> reviews.open(new OpenLogReview(people.root(), from, from.plusMonths(1))));
        assertThat(review.number()).startsWith("LRV");
        var drafted = as(
                auditor,
                () -> reviews.perform(review.id(), review.version(), new Draft("ERP", "All", null, "Well kept")));
        assertThatThrownBy(() -> as(auditor, () -> reviews.perform(review.id(), drafted.version(), new Submit())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("anomalies-open");
        for (var open : open())
            as(auditor, () -> {
                anomalies.followUp(open, new Anomalies.FollowUp("Asked and explained"));
                return true;
            });
        var signed = as(auditor, () -> reviews.perform(review.id(), drafted.version(), new Submit()));
        assertThatThrownBy(() -> as(auditor, () -> reviews.perform(review.id(), signed.version(), new Approve(null))))
                .isInstanceOf(Forbidden.class);
        var approved = as(executive, () -> reviews.perform(review.id(), signed.version(), new Approve("Agreed")));
        assertThat(approved.state()).isEqualTo("APPROVED");
        assertThatThrownBy(() ->
                        as(auditor, () -> reviews.open(new OpenLogReview(people.root(), from, from.plusMonths(1)))))
                .hasMessageContaining("period-reviewed-already");
    }

    @Test
    void theReviewOfAPeriodThatIsOverIsOpenedOnce() {
        people.root();
        var later = LocalDate.ofInstant(clock.instant(), zone).plusMonths(7);
        assertThat(Scope.asSystem(() -> schedule.openWhatIsOver(later))).isTrue();
        assertThat(Scope.asSystem(() -> schedule.openWhatIsOver(later))).isFalse();
        var longAgo = LocalDate.of(2001, 1, 1);
        assertThat(Scope.asSystem(() -> schedule.openWhatIsOver(longAgo))).isFalse();
    }

    @Test
    void anomaliesAndReviewsAreListedToTheAuditorOnly() throws Exception {
        var auditor = people.person(people.root(), "SYS_AUDITOR");
        var engineer = people.person(people.root(), "ENGINEER");
        assertThat(status("/api/anomalies?open=true", auditor)).isEqualTo(200);
        assertThat(status("/api/anomalies", engineer)).isEqualTo(403);
        assertThat(status("/api/log-reviews", auditor)).isEqualTo(200);
        assertThat(status("/api/log-reviews/export?format=CSV", auditor)).isEqualTo(200);
        assertThat(status("/api/log-reviews/export?format=CSV", engineer)).isEqualTo(403);
    }

    private int status(String path, UserId who) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path).cookie(people.session(who)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void act(UserId by, UserId about, Operation operation) {
        Scope.as(
                Scope.trusting(by),
                () -> operations.administer(
                        new Act("session:own", null, "PERSON", about.value(), operation), Boolean.class, () -> true));
    }

    private <T> T as(UserId who, Supplier<T> work) {
        return Scope.as(directory.scopeOf(who).orElseThrow(), work);
    }

    private java.util.Optional<Anomaly> judged(UserId who, Instant at) {
        var line = new JournalLine(
                1,
                Ids.next(),
                who.value(),
                "PERSON",
                0,
                null,
                "SignIn",
                1,
                JsonMapper.shared().createObjectNode(),
                null,
                null,
                null,
                null,
                who,
                at,
                at);
        return Scope.asSystem(() -> transactions.execute(ignored -> rules.judge(line)));
    }

    /// Rule, amount and number of lines of what was found about the person.
    private List<String> found(int expected) throws InterruptedException {
        for (int i = 0; ; i++) {
            List<String> found = Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                            "select rule || ' ' || times || ' ' || cardinality(lines) from audit.anomaly where person = ? order by rule")
                    .param(person.value())
                    .query(String.class)
                    .list()));
            if (found.size() >= expected || i == 200) return found;
            Thread.sleep(50);
        }
    }

    private long told() {
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "select count(*) from record.journal where command = 'AnomalyFound' and body ->> 'person' = ?")
                .param(person.toString())
                .query(Long.class)
                .single()));
    }

    private List<UUID> open() {
        return Scope.asSystem(
                () -> transactions.execute(ignored -> db.sql("select id from audit.anomaly where follow_up is null")
                        .query(UUID.class)
                        .list()));
    }
}
