package io.hengwei.process.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Two-person work (WO-13, CHG-13, BIZ-22): nobody begins it or feeds it back alone, whatever the approval rules say.
@HengweiTest
class TwoPersonsTest {
    private static final String COMPLETE = """
        {"command":"Complete","outcome":"SOLVED","result":"已改","startedAt":"2026-01-05T01:00:00Z","endedAt":"2026-01-05T02:00:00Z",
         "minutes":60,"test":"抽查正确","testResult":"PASSED"}""";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    People people;
    UnitId branch;
    GroupId group;
    UserId first;
    UserId second;
    Client managers;
    Client firsts;

    @BeforeEach
    void aGroupOfTwo() {
        people = new People(context);
        branch = people.branch();
        first = people.person(branch, "ENGINEER");
        second = people.person(branch, "ENGINEER");
        managers = Client.of(context, people.token(people.person(branch, "OPS_MANAGER")));
        firsts = Client.of(context, people.token(first));
        group = Scope.asSystem(() -> {
            var groups = context.getBean(GroupAdministration.class);
            var made = groups.create(new IdentityAct.CreateGroup("两人组" + People.number(), branch, 1, null));
            groups.addMember(made, first);
            groups.addMember(made, second);
            return made;
        });
    }

    /// Accepted by the first.
    private String order(String type, String more) {
        var id = managers.make("/api/work-orders", """
            {"type":"%s","title":"改参数","instructions":"按申请单","unit":"%s","group":"%s"%s}""".formatted(type, branch, group, more));
        assertThat(does(firsts, id, "{\"command\":\"Accept\"}")).hasStatusOk();
        return id;
    }

    private MvcTestResult does(Client who, String order, String command) {
        return who.post("/api/work-orders/" + order + "/commands", command, version(order));
    }

    private long version(String order) {
        return managers.get("/api/work-orders/" + order).path("version").asLong();
    }

    private String state(String order) {
        return managers.get("/api/work-orders/" + order).path("state").asString();
    }

    private MvcTestResult confirms(MvcTestResult held, UserId person) {
        return firsts.post(
                "/api/approvals/" + consent(held) + "/on-the-spot", """
            {"username":"%s","password":"%s"}""".formatted(username(person), People.PASSWORD));
    }

    private static String consent(MvcTestResult held) {
        assertThat(held).hasStatus(202);
        return Client.tree(held).path("about").asString();
    }

    private String username(UserId person) {
        return asked("select username from identity.person where id = '" + person + "'");
    }

    private String asked(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(String.class).single()));
    }

    @Test
    void nobodyBeginsOrFeedsBackTwoPersonWorkAlone() {
        var order = order("ON_SITE_SUPPORT", ",\"twoPersons\":true");
        var start = does(firsts, order, "{\"command\":\"Start\"}");
        assertThat(state(order)).as("held").isEqualTo("ACCEPTED");
        assertThat(confirms(start, first)).as("the first himself").hasStatus(409);
        assertThat(confirms(start, people.person(branch, "ENGINEER")))
                .as("of no group")
                .hasStatus(409);
        assertThat(state(order)).isEqualTo("ACCEPTED");
        assertThat(confirms(start, second)).hasStatusOk();
        assertThat(state(order)).isEqualTo("IN_PROGRESS");
        var complete = does(firsts, order, COMPLETE);
        assertThat(state(order)).isEqualTo("IN_PROGRESS");
        assertThat(confirms(complete, second)).hasStatusOk();
        assertThat(state(order)).isEqualTo("COMPLETED");
        assertThat(asked(
                        "select string_agg(j.actor::text || ' ' || j.command, ',' order by j.id) from record.journal j where j.consent is not null"
                                + " and j.subject = '" + order + "'"))
                .isEqualTo(first + " Start," + first + " Complete");
    }

    @Test
    void theSecondPersonIsHere() {
        var order = order("ON_SITE_SUPPORT", ",\"twoPersons\":true");
        var consent = consent(does(firsts, order, "{\"command\":\"Start\"}"));
        var seconds = Client.of(context, people.token(second));
        var version = seconds.get("/api/approvals/" + consent).path("version").asLong();
        assertThat(seconds.post("/api/approvals/" + consent + "/commands", "{\"command\":\"Approve\"}", version))
                .as("from a window of his own")
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("only-on-the-spot");
        assertThat(firsts.get("/api/approvals/" + consent + "/course")
                        .path("breakable")
                        .asBoolean())
                .as("in no emergency either")
                .isFalse();
        assertThat(state(order)).isEqualTo("ACCEPTED");
    }

    @Test
    void theTypeDemandsItAndTheDispatcherMayDemandItOfAnyOther() {
        var byType = order("DATA_CHANGE", "");
        assertThat(does(firsts, byType, "{\"command\":\"Start\"}")).hasStatus(202);
        var ordinary = order("ON_SITE_SUPPORT", "");
        assertThat(does(firsts, ordinary, "{\"command\":\"Start\"}")).hasStatusOk();
        assertThat(does(managers, ordinary, """
            {"command":"Dispatch","group":"%s","reason":"改由两人","twoPersons":true}""".formatted(group))).hasStatusOk();
        assertThat(does(firsts, ordinary, "{\"command\":\"Accept\"}")).hasStatusOk();
        assertThat(does(firsts, ordinary, "{\"command\":\"Start\"}")).hasStatus(202);
        var found =
                managers.get("/api/work-orders?twoPersons=true&unit=" + branch).path("rows");
        assertThat(found.findValuesAsString("id")).contains(byType, ordinary);
        var none = order("ON_SITE_SUPPORT", "");
        assertThat(managers.get("/api/work-orders?twoPersons=true&unit=" + branch)
                        .path("rows")
                        .findValuesAsString("id"))
                .doesNotContain(none);
    }

    @Test
    void theMarkIsLiftedByWhoeverMayAndWithAReasonInTheJournal() {
        var order = order("DATA_CHANGE", "");
        assertThat(does(firsts, order, "{\"command\":\"LiftTwoPersons\",\"reason\":\"嫌慢\"}"))
                .as("not by whoever does the work")
                .hasStatus(403);
        assertThat(does(managers, order, "{\"command\":\"LiftTwoPersons\",\"reason\":\"\"}"))
                .hasStatus(400);
        assertThat(does(managers, order, "{\"command\":\"LiftTwoPersons\",\"reason\":\"只查询不修改\"}"))
                .hasStatusOk();
        assertThat(asked("select body ->> 'reason' from record.journal where command = 'LiftTwoPersons' and subject = '"
                        + order + "'"))
                .isEqualTo("只查询不修改");
        assertThat(does(firsts, order, "{\"command\":\"Start\"}")).hasStatusOk();
        assertThat(does(managers, order, "{\"command\":\"LiftTwoPersons\",\"reason\":\"再来\"}"))
                .hasStatus(409);
    }
}
