package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.approval.ApprovalRules.Condition;
import io.hengwei.platform.approval.ApprovalRules.Mode;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a rule holds is done when, and only when, those it names have agreed.
@HengweiTest
class ApprovalTest {
    @Autowired
    ApplicationContext context;

    Office office;
    UserId chief;
    UserId deputy;

    @BeforeEach
    void open() {
        office = new Office(context);
        chief = office.person("EXECUTIVE");
        deputy = office.person("EXECUTIVE");
    }

    @Test
    void whatIsHeldChangesNothingUntilSomebodyElseAgreesAndThenIsDoneInTheMakersName() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var before = office.groupName();
        var consent = office.held("改名");
        assertThat(office.groupName()).isEqualTo(before);
        assertThat(office.held("改名")).as("the same once more").isEqualTo(consent);
        var done = office.approve(chief, consent);
        assertThat(done).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("DONE");
        assertThat(office.groupName()).isEqualTo("改名");
        assertThat(office.asked(
                        "select actor || ' ' || consent from record.journal where command = 'ChangeGroup' and subject = '"
                                + office.group + "'"))
                .isEqualTo(office.maker + " " + consent);
        assertThat(office.rename("又改")).as("each act for itself").hasStatus(202);
    }

    @Test
    void theMakerHasNoWord() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "OPS_MANAGER"));
        var other = office.person("OPS_MANAGER");
        var consent = office.held("改名");
        assertThat(office.approve(office.maker, consent)).hasStatus(403);
        office.grant(office.maker, "EXECUTIVE", office.branch);
        assertThat(office.approve(office.maker, consent)).hasStatus(403);
        assertThat(office.approve(other, consent)).hasStatusOk();
        assertThat(office.groupName()).isEqualTo("改名");
    }

    @Test
    void whoIsNotAskedSeesNothingAndDecidesNothing() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        var stranger = office.people.person(office.people.branch(), "EXECUTIVE");
        assertThat(office.approve(stranger, consent)).hasStatus(404);
        assertThat(office.client(stranger).ask("/api/approvals/" + consent)).hasStatus(404);
        assertThat(office.client(stranger).ask("/api/approvals/" + consent + "/course"))
                .hasStatus(404);
        assertThat(office.groupName()).isNotEqualTo("改名");
    }

    @Test
    void allOfAStageMustAgreeAndTheNextIsAskedOnlyThen() {
        var last = office.person("QUALITY");
        office.rule(
                "ChangeGroup",
                false,
                List.of(),
                Office.stage(Mode.ALL, null, "EXECUTIVE"),
                Office.stage(Mode.ANY, null, "QUALITY"));
        var consent = office.held("改名");
        assertThat(office.approve(last, consent)).as("not yet").hasStatus(403);
        assertThat(office.approve(chief, consent))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("PENDING");
        assertThat(office.approve(chief, consent)).as("twice").hasStatus(403);
        assertThat(office.approve(deputy, consent))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("PENDING");
        assertThat(office.course(last, consent).path("at").asInt()).isEqualTo(2);
        assertThat(office.approve(last, consent))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DONE");
    }

    @Test
    void oneRefusalEndsItWithItsReason() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ALL, null, "EXECUTIVE"));
        var consent = office.held("改名");
        assertThat(office.does(chief, consent, "{'command':'Reject','reason':''}"))
                .hasStatus(400);
        assertThat(office.does(chief, consent, "{'command':'Reject','reason':'不必改'}"))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REJECTED");
        assertThat(office.groupName()).isNotEqualTo("改名");
        assertThat(office.approve(deputy, consent)).hasStatus(403);
    }

    @Test
    void nobodyToAskNeverMeansYes() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "CHIEF_ENGINEER"));
        var consent = office.held("改名");
        assertThat(office.state(consent)).isEqualTo("PENDING");
        var asked = office.course(office.maker, consent).path("stages").get(0).path("seats");
        for (var seat : asked)
            assertThat(seat.path("person").path("id").asString()).isNotEqualTo(office.maker.toString());
        context.getBean(Timekeeper.class)
                .look(context.getBean(Clock.class).instant().plus(Duration.ofDays(1)));
        assertThat(office.state(consent)).isEqualTo("PENDING");
    }

    @Test
    void whatWasChangedMeanwhileIsVoidAndSaysWhy() {
        office.rule("Revoke", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        office.change("delete from identity.role_grant where person = '" + office.maker + "'");
        assertThat(office.approve(chief, consent))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("VOIDED");
        assertThat(office.groupName()).as("the maker may not do it any more").isNotEqualTo("改名");
        assertThat(office.asked("select void_reason from approval.approval where id = '" + consent + "'"))
                .contains("group:manage");
    }

    @Test
    void whatWasFrozenIsChangedByNobody() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        for (var column : List.of("content = 'x'", "hash = repeat('0', 64)", "requester = gen_random_uuid()"))
            assertThatThrownBy(() ->
                            office.change("update approval.approval set " + column + " where id = '" + consent + "'"))
                    .hasMessageContaining("frozen");
    }

    @Test
    void theMakerWithdrawsAndUrgesButNotTooOften() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        assertThat(office.does(office.maker, consent, "{'command':'Urge'}")).hasStatusOk();
        assertThat(office.does(office.maker, consent, "{'command':'Urge'}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("urged-already");
        assertThat(office.does(chief, consent, "{'command':'Withdraw'}")).hasStatus(403);
        assertThat(office.does(office.maker, consent, "{'command':'Withdraw'}")).hasStatusOk();
        assertThat(office.approve(chief, consent)).hasStatus(403);
    }

    @Test
    void whoIsAskedHandsOverAddsOthersAndSendsBack() {
        var colleague = office.person();
        var expert = office.person();
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"), Office.people(deputy));
        var consent = office.held("改名");
        assertThat(office.does(chief, consent, person("HandOver", office.maker) + ",'reason':'忙'}"))
                .hasStatus(409);
        assertThat(office.does(chief, consent, person("HandOver", colleague) + ",'reason':'出差'}"))
                .hasStatusOk();
        assertThat(office.approve(chief, consent)).hasStatus(403);
        assertThat(office.does(colleague, consent, person("AddSign", expert) + ",'position':'BEFORE'}"))
                .hasStatusOk();
        assertThat(office.approve(colleague, consent)).as("the expert first").hasStatus(403);
        assertThat(office.approve(expert, consent)).hasStatusOk();
        assertThat(office.approve(colleague, consent)).hasStatusOk();
        assertThat(office.does(deputy, consent, "{'command':'SendBack','stage':2,'reason':'请再看'}"))
                .hasStatusOk();
        assertThat(office.course(deputy, consent).path("at").asInt()).isEqualTo(2);
        assertThat(office.state(consent)).isEqualTo("PENDING");
    }

    private static String person(String command, UserId person) {
        return "{'command':'" + command + "','person':'" + person + "'";
    }

    @Test
    void inAnEmergencyItIsDoneAtOnceAndReviewedAfterwards() {
        office.rule("ChangeGroup", true, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        var broken = "{'command':'BreakGlass','reason':'全行停机'}";
        assertThat(office.does(office.maker, consent, broken))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("TO_REVIEW");
        assertThat(office.groupName()).isEqualTo("改名");
        assertThat(office.does(office.maker, consent, "{'command':'Review','finding':'JUSTIFIED','opinion':'对'}"))
                .hasStatus(403);
        assertThat(office.does(chief, consent, "{'command':'Review','finding':'UNJUSTIFIED','opinion':'可以等'}"))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REVIEWED");
    }

    @Test
    void theGlassIsBrokenOnlyWhereTheRuleAllows() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        assertThat(office.does(office.maker, consent, "{'command':'BreakGlass','reason':'急'}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("glass-unbreakable");
    }

    @Test
    void aRuleHoldsOnlyWhatItsConditionsName() {
        office.rule(
                "ChangeGroup",
                false,
                List.of(new Condition("name", List.of("核心组"))),
                Office.stage(Mode.ANY, null, "EXECUTIVE"));
        assertThat(office.rename("普通组")).hasStatus(204);
        assertThat(office.rename("核心组")).hasStatus(202);
    }

    @Test
    void whatTimePassesOverGoesToThoseAbove() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, Duration.ofHours(1), "EXECUTIVE"));
        var consent = office.held("改名");
        var above = office.people.person(office.people.root(), "EXECUTIVE");
        assertThat(office.client(above).ask("/api/approvals/" + consent))
                .as("reads everywhere")
                .hasStatusOk();
        assertThat(office.approve(above, consent)).hasStatus(403);
        office.change(
                "update approval.approval set stage_due_at = now() - interval '1 minute' where id = '" + consent + "'");
        context.getBean(Timekeeper.class).look(context.getBean(Clock.class).instant());
        assertThat(office.approve(above, consent)).hasStatusOk();
        assertThat(office.groupName()).isEqualTo("改名");
    }

    @Test
    void severalAreDecidedAtOnceEachForItself() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var one = office.held("改名一");
        var two = office.held("改名二");
        office.does(office.maker, two, "{'command':'Withdraw'}");
        var outcomes = decide(chief, one, two);
        assertThat(outcomes).hasStatusOk();
        assertThat(Client.tree(outcomes).get(0).path("state").asString()).isEqualTo("DONE");
        assertThat(Client.tree(outcomes).get(1).path("problem").asString()).isNotBlank();
        assertThat(office.groupName()).isEqualTo("改名一");
        assertThat(decide(chief, one))
                .as("replayed")
                .bodyJson()
                .extractingPath("$[0].state")
                .isNull();
    }

    private MvcTestResult decide(UserId person, String... approvals) {
        var all = java.util.Arrays.stream(approvals)
                .map(id -> "{\"id\":\"%s\",\"version\":1}".formatted(id))
                .collect(java.util.stream.Collectors.joining(","));
        return office.client(person).post("/api/approvals/decisions", "{\"approve\":true,\"approvals\":[" + all + "]}");
    }

    @Test
    void theWholeListHoldsWhatOneIsAskedAndWhatOneProposed() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        var stranger = office.people.person(office.people.branch(), "EXECUTIVE");
        for (var person : List.of(chief, office.maker))
            assertThat(listed(person)).contains(consent);
        assertThat(listed(stranger)).doesNotContain(consent);
    }

    private String listed(UserId person) {
        return office.client(person).get("/api/approvals").path("rows").toString();
    }

    @Test
    void whatWaitsForMeStandsInMyWorkAndInTheListAndNowhereElse() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
        var consent = office.held("改名");
        assertThat(office.client(chief).get("/api/my-work").path("waiting").toString())
                .contains(consent);
        assertThat(office.client(chief)
                        .get("/api/approvals?asked=true")
                        .path("rows")
                        .toString())
                .contains(consent);
        assertThat(office.client(office.maker)
                        .get("/api/my-work")
                        .path("waiting")
                        .toString())
                .doesNotContain(consent);
        assertThat(office.client(office.maker)
                        .get("/api/approvals?mine=true")
                        .path("rows")
                        .toString())
                .contains(consent);
        office.approve(chief, consent);
        assertThat(office.client(chief).get("/api/my-work").path("waiting").toString())
                .doesNotContain(consent);
    }

    @Test
    void aSecondPersonConfirmsOnTheSpotWithAnOwnAccountInTheMakersWindow() {
        office.rule("ChangeGroup", false, List.of(), Office.onTheSpot("EXECUTIVE"));
        var consent = office.held("改名");
        assertThat(onTheSpot(consent, chief, "Wrong!horse7"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("password");
        assertThat(onTheSpot(consent, office.maker, People.PASSWORD))
                .as("nobody for oneself")
                .hasStatus(409);
        assertThat(onTheSpot(consent, office.person(), People.PASSWORD))
                .as("not asked")
                .hasStatus(409);
        assertThat(office.groupName()).isNotEqualTo("改名");
        assertThat(onTheSpot(consent, chief, People.PASSWORD))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DONE");
        assertThat(office.groupName()).isEqualTo("改名");
        assertThat(office.asked(
                        "select actor::text from record.journal where command = 'ConfirmOnTheSpot' and subject = '"
                                + consent + "'"))
                .isEqualTo(chief.toString());
    }

    private MvcTestResult onTheSpot(String consent, UserId person, String password) {
        var username = office.asked("select username from identity.person where id = '" + person + "'");
        return office.makers.post("/api/approvals/" + consent + "/on-the-spot", """
            {"username": "%s", "password": "%s"}""".formatted(username, password));
    }

    @Test
    void whoStandsInForSomebodyAbsentDecidesForThatPersonButNeverForTheMaker() {
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ALL, null, "EXECUTIVE"));
        var deputyOfChief = office.person();
        var consent = office.held("改名");
        assertThat(office.approve(deputyOfChief, consent))
                .as("nobody's deputy yet")
                .hasStatus(404);
        office.away(chief, deputyOfChief);
        context.getBean(Timekeeper.class)
                .look(context.getBean(Clock.class).instant().plus(Duration.ofDays(2)));
        assertThat(office.approve(deputyOfChief, consent)).hasStatusOk();
        assertThat(office.approve(deputy, consent))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DONE");
        assertThat(office.course(chief, consent)
                                .at("/stages/0/seats/0/voter/id")
                                .asString()
                        + office.course(chief, consent)
                                .at("/stages/0/seats/1/voter/id")
                                .asString())
                .contains(deputyOfChief.toString());

        office.away(office.maker, deputy);
        var next = office.held("再改");
        assertThat(office.approve(deputy, next))
                .as("stands in for the maker: sees it, and does not decide")
                .hasStatus(403);
        assertThat(office.approve(chief, next))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DONE");
    }
}
