package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.approval.ApprovalRules.Mode;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A word that was given counts once, for what it was given to, and for whoever gave it.
@HengweiTest
class ReplayedApprovalTest {
    private static final String APPROVE = "{\"command\":\"Approve\"}";

    @Autowired
    ApplicationContext context;

    private Office office;
    private UserId chief;
    private UserId deputy;
    private Client chiefs;

    @BeforeEach
    void bothMustAgree() {
        office = new Office(context);
        chief = office.person("EXECUTIVE");
        deputy = office.person("EXECUTIVE");
        chiefs = office.client(chief);
        office.rule("ChangeGroup", false, List.of(), Office.stage(Mode.ALL, null, "EXECUTIVE"));
    }

    @Test
    void theSameWordTwiceIsOne() {
        var consent = office.held("改名");
        var seen = version(consent);
        assertThat(vote(chiefs, consent, seen, APPROVE, null)).hasStatusOk();
        unchangedBy(consent, 403, () -> vote(chiefs, consent, seen, APPROVE, null));
        unchangedBy(consent, 403, () -> vote(chiefs, consent, version(consent), APPROVE, null));
        assertThat(office.state(consent)).isEqualTo("PENDING");
    }

    @Test
    void aWordOnWhatHasChangedMeanwhileIsNone() {
        var consent = office.held("改名");
        var seen = version(consent);
        assertThat(office.does(office.maker, consent, "{'command':'Urge'}")).hasStatusOk();
        unchangedBy(consent, 412, () -> vote(chiefs, consent, seen, APPROVE, null));
        unchangedBy(consent, 412, () -> vote(chiefs, consent, seen + 40, APPROVE, null));
        unchangedBy(consent, 428, () -> chiefs.post("/api/approvals/" + consent + "/commands", APPROVE));
        var several = decisions(chiefs, null, consent + " " + seen);
        assertThat(Client.tree(several).at("/0/problem").asString()).isNotBlank();
        assertThat(lines(consent)).doesNotContain("Approve");
    }

    @Test
    void afterTheDecisionNobodyHasAWordAnyMore() {
        var consent = office.held("改名");
        office.approve(chief, consent);
        office.approve(deputy, consent);
        assertThat(office.groupName()).isEqualTo("改名");
        office.change("update identity.group_card set name = '后来' where id = '" + office.group + "'");
        for (var command : List.of(
                APPROVE,
                "{\"command\":\"Reject\",\"reason\":\"x\"}",
                "{\"command\":\"SendBack\",\"stage\":1,\"reason\":\"x\"}",
                "{\"command\":\"BreakGlass\",\"reason\":\"x\"}",
                "{\"command\":\"Withdraw\"}"))
            for (var person : List.of(chief, deputy, office.maker)) {
                var client = office.client(person);
                var before = lines(consent);
                assertThat(vote(client, consent, version(consent), command, null)
                                .getResponse()
                                .getStatus())
                        .as(command)
                        .isIn(403, 409);
                assertThat(lines(consent)).isEqualTo(before);
            }
        assertThat(onTheSpot(consent).getResponse().getStatus()).isIn(403, 409);
        assertThat(office.groupName()).as("not done once more").isEqualTo("后来");
    }

    @Test
    void underTheSameKeyNothingElseIsDoneAndNothingForAnybodyElse() {
        var consent = office.held("改名");
        var seen = version(consent);
        var key = Ids.next().toString();
        assertThat(vote(chiefs, consent, seen, APPROVE, key)).hasStatusOk();
        var before = lines(consent);
        assertThat(vote(chiefs, consent, seen, APPROVE, key))
                .as("the first answer")
                .hasStatusOk();
        assertThat(lines(consent)).as("not done again").isEqualTo(before);
        var reject = "{\"command\":\"Reject\",\"reason\":\"x\"}";
        unchangedBy(consent, 422, () -> vote(chiefs, consent, seen, reject, key));
        unchangedBy(consent, 422, () -> vote(chiefs, consent, seen + 1, APPROVE, key));
        var another = office.held("又改");
        unchangedBy(another, 422, () -> vote(chiefs, another, version(another), APPROVE, key));
        unchangedBy(consent, 412, () -> vote(office.client(deputy), consent, seen, APPROVE, key));
        unchangedBy(consent, 403, () -> vote(office.makers, consent, version(consent), APPROVE, key));
    }

    @Test
    void severalUnderOneKeyAreEachDecidedOnce() {
        var one = office.held("改名一");
        var two = office.held("改名二");
        var key = Ids.next().toString();
        var both = new String[] {one + " " + version(one), two + " " + version(two)};
        assertThat(decisions(chiefs, key, both)).hasStatusOk();
        assertThat(lines(one)).containsOnlyOnce("Approve");
        assertThat(lines(two)).as("each has its own word").containsOnlyOnce("Approve");
        decisions(chiefs, key, both);
        assertThat(lines(one)).containsOnlyOnce("Approve");
        assertThat(lines(two)).containsOnlyOnce("Approve");
    }

    private void unchangedBy(String consent, int status, java.util.function.Supplier<MvcTestResult> replay) {
        var before = lines(consent) + office.groupName() + version(consent);
        assertThat(replay.get()).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(lines(consent) + office.groupName() + version(consent)).isEqualTo(before);
    }

    private static MvcTestResult vote(Client client, String consent, long seen, String command, String key) {
        return sent(client, "/api/approvals/" + consent + "/commands", command, key, "\"" + seen + "\"");
    }

    private static MvcTestResult decisions(Client client, String key, String... approvals) {
        var all = Stream.of(approvals)
                .map(each -> "{\"id\":\"%s\",\"version\":%s}".formatted((Object[]) each.split(" ")))
                .collect(Collectors.joining(","));
        return sent(client, "/api/approvals/decisions", "{\"approve\":true,\"approvals\":[" + all + "]}", key, "\"1\"");
    }

    private static MvcTestResult sent(Client client, String uri, String body, String key, String seen) {
        var request = client.http()
                .post()
                .uri(uri)
                .header("Authorization", "Bearer " + client.token())
                .header("If-Match", seen)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (key != null) request.header("Idempotency-Key", key);
        return request.exchange();
    }

    private MvcTestResult onTheSpot(String consent) {
        var username = office.asked("select username from identity.person where id = '" + chief + "'");
        return office.makers.post(
                "/api/approvals/" + consent + "/on-the-spot",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, People.PASSWORD));
    }

    private long version(String consent) {
        return Long.parseLong(office.asked("select version::text from approval.approval where id = '" + consent + "'"));
    }

    /// What was done with it, command by command.
    private String lines(String consent) {
        return office.asked("select coalesce(string_agg(command, ' ' order by id), '') from record.journal"
                + " where subject = '" + consent + "' and command <> 'Refused'");
    }
}
