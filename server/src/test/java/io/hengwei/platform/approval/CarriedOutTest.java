package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.approval.ApprovalRules.Condition;
import io.hengwei.platform.approval.ApprovalRules.Mode;
import io.hengwei.platform.approval.ApprovalRules.Rule;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Administrative acts of all kinds are done by the consent, in the version in which their maker saw the thing; what
/// comes with a secret is done by the maker once more.
@HengweiTest
class CarriedOutTest {
    private static final String SECRET = "Kept!nowhere77";

    @Autowired
    ApplicationContext context;

    Office office;
    UserId chief;
    UserId keeper;
    Client keepers;

    @BeforeEach
    void open() {
        office = new Office(context);
        chief = office.person("EXECUTIVE");
        keeper = office.people.person(office.branch, "USER_ADMIN", office.people.root());
        keepers = office.client(keeper);
    }

    private void rule(String operation) {
        office.rule(operation, false, List.of(), Office.stage(Mode.ANY, null, "EXECUTIVE"));
    }

    private static String consent(MvcTestResult held) {
        assertThat(held).hasStatus(202);
        return Client.tree(held).path("about").asString();
    }

    private void agreed(String consent, String state) {
        assertThat(office.approve(chief, consent)).hasStatusOk();
        assertThat(office.state(consent))
                .as(office.asked(
                        "select coalesce(void_reason, '') from approval.approval where id = '" + consent + "'"))
                .isEqualTo(state);
    }

    private String person(String name, String more) {
        return "{\"username\":\"c%d\",\"name\":\"%s\",\"unit\":\"%s\"%s}"
                .formatted(People.number(), name, office.branch, more);
    }

    private String made(String consent) {
        return office.asked("select made::text from approval.approval where id = '" + consent + "'");
    }

    @Test
    void aPersonIsMadeByTheConsent() {
        rule("CreatePerson");
        var consent = consent(keepers.post("/api/people", person("李新来", "")));
        agreed(consent, "DONE");
        assertThat(keepers.get("/api/people/" + made(consent)).path("name").asString())
                .isEqualTo("李新来");
    }

    @Test
    void aPersonWithAFirstPasswordIsMadeByTheMakerOnceMoreAndThePasswordStandsNowhere() {
        rule("CreatePerson");
        var body = person("王带密码", ",\"password\":\"" + SECRET + "\"");
        var consent = consent(keepers.post("/api/people", body));
        assertThat(office.course(chief, consent).path("repeated").asBoolean()).isTrue();
        agreed(consent, "RELEASED");
        assertThat(keepers.get("/api/approvals/" + consent).toString())
                .contains("withPassword")
                .doesNotContain(SECRET);
        assertThat(office.asked("select count(*)::text from approval.approval a where a::text like '%" + SECRET + "%'"))
                .isEqualTo("0");
        assertThat(keepers.post("/api/people", body)).hasStatus(201);
        assertThat(office.state(consent)).isEqualTo("DONE");
    }

    @Test
    void aPersonChangedMeanwhileStaysAsItIsAndTheConsentSaysWhy() {
        var person = office.person();
        rule("ChangePerson");
        var uri = "/api/people/" + person;
        var seen = keepers.get(uri).path("version").asLong();
        var consent = consent(put(uri, person("旧看法", ""), seen));
        office.change("update identity.person set version = version + 1 where id = '" + person + "'");
        agreed(consent, "VOIDED");
        assertThat(keepers.get(uri).path("name").asString()).isNotEqualTo("旧看法");
        assertThat(office.asked("select void_reason from approval.approval where id = '" + consent + "'"))
                .isNotBlank();
        var again = consent(put(uri, person("新看法", ""), seen + 1));
        assertThat(again).as("another version is another act").isNotEqualTo(consent);
        agreed(again, "DONE");
        assertThat(keepers.get(uri).path("name").asString()).isEqualTo("新看法");
    }

    private MvcTestResult put(String uri, String body, long seen) {
        return keepers.http()
                .method(HttpMethod.PUT)
                .uri(uri)
                .header("Authorization", "Bearer " + keepers.token())
                .header("If-Match", "\"" + seen + "\"")
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    /// Roles are everybody's, so the rule is everybody's too.
    @Test
    void aRoleIsMadeAndChangedByTheConsentInTheVersionThatWasSeen() {
        var name = "试用角色" + People.number();
        chief = office.people.person(office.people.root(), "EXECUTIVE");
        forEverybody(
                List.of(
                        new Rule("CreateRole", null, named(name), List.of(stage()), false),
                        new Rule("ChangeRole", null, named(name), List.of(stage()), false)),
                () -> {
                    var consent = consent(keepers.post("/api/roles", role(name, ",\"administration\":\"NONE\"")));
                    agreed(consent, "DONE");
                    var code = office.asked("select code from identity.role where name_zh = '" + name + "'");
                    var change = consent(put("/api/roles/" + code, role(name, ",\"active\":false"), 1));
                    office.change("update identity.role set version = version + 1 where code = '" + code + "'");
                    agreed(change, "VOIDED");
                    assertThat(office.asked("select active::text from identity.role where code = '" + code + "'"))
                            .isEqualTo("true");
                    agreed(consent(put("/api/roles/" + code, role(name, ",\"active\":false"), 2)), "DONE");
                    assertThat(office.asked("select active::text from identity.role where code = '" + code + "'"))
                            .isEqualTo("false");
                });
    }

    private static List<Condition> named(String name) {
        return List.of(new Condition("nameZh", List.of(name)));
    }

    private static ApprovalRules.Stage stage() {
        return Office.stage(Mode.ANY, null, "EXECUTIVE");
    }

    private static String role(String name, String more) {
        return """
            {"nameZh":"%1$s","nameEn":"%1$s trial","dutiesZh":"","dutiesEn":"","patterns":["incident:read"]%2$s}""".formatted(name, more);
    }

    private void forEverybody(List<Rule> more, Runnable test) {
        var before = Scope.asSystem(
                () -> context.getBean(Settings.class).value(ApprovalSettings.RULES, SettingScope.GLOBAL));
        var all = new ArrayList<>(before.rules());
        all.addAll(more);
        try {
            ruleEverybody(new ApprovalRules(all));
            test.run();
        } finally {
            ruleEverybody(before);
        }
    }

    private void ruleEverybody(ApprovalRules rules) {
        Scope.asSystem(() -> {
            context.getBean(SettingAdministration.class)
                    .change(ApprovalSettings.RULES, SettingScope.GLOBAL, rules, null, "test");
            return true;
        });
    }

    @Test
    void standingInBeginsByTheConsent() {
        rule("Delegate");
        var deputy = office.person();
        var consent = consent(keepers.post("/api/people/" + office.maker + "/delegations", """
            {"delegate":"%s","until":"%s","reason":"出差"}""".formatted(
                        deputy, context.getBean(Clock.class).instant().plus(Duration.ofDays(3)))));
        agreed(consent, "DONE");
        assertThat(office.asked("select delegate::text from identity.delegation where id = '" + made(consent) + "'"))
                .isEqualTo(deputy.toString());
    }

    @Test
    void anOrderIsRaisedByTheConsentAndACommentComesToItInWhateverVersionItIs() {
        rule("Open");
        var raised = consent(office.makers.post("/api/work-orders", """
            {"type":"ON_SITE_SUPPORT","title":"换硬盘","instructions":"机柜 3","unit":"%s","group":"%s"}""".formatted(office.branch, office.group)));
        agreed(raised, "DONE");
        var order = made(raised);
        rule("Comment");
        var comment = consent(office.makers.post("/api/records/" + order + "/comments", "{\"text\":\"已到现场\"}"));
        assertThat(office.makers.post(
                        "/api/work-orders/" + order + "/commands",
                        "{\"command\":\"Dispatch\",\"group\":\"" + office.group + "\"}",
                        2))
                .hasStatusOk();
        agreed(comment, "DONE");
        assertThat(office.asked("select consent::text from record.journal where command = 'Comment' and subject = '"
                        + order + "'"))
                .isEqualTo(comment);
    }

    @Test
    void aTokenIsShownToItsMakerAloneAndSoAskedForOnceMore() {
        rule("IssueToken");
        var other = office.person();
        var uri = "/api/people/" + other + "/tokens";
        var consent = consent(keepers.post(uri, "{\"name\":\"备份脚本\"}"));
        agreed(consent, "RELEASED");
        assertThat(Client.tree(keepers.post(uri, "{\"name\":\"备份脚本\"}"))
                        .path("token")
                        .asString())
                .isNotBlank();
        assertThat(keepers.post(uri, "{\"name\":\"备份脚本\"}")).as("once").hasStatus(202);
    }

    @Test
    void whoeverAsksWhyHeMayIsToldWhatElseItTakes() {
        office.rules(new ApprovalRules(List.of(
                new Rule("ChangeGroup", null, List.of(), List.of(stage()), false),
                new Rule("Cancel", "WORK_ORDER", List.of(), List.of(Office.onTheSpot("EXECUTIVE")), false),
                new Rule("Cancel", "INCIDENT", List.of(), List.of(stage()), false))));
        var uri = "/api/people/" + office.maker + "/rights/consents?unit=" + office.branch + "&permission=";
        assertThat(office.makers.get(uri + "group:manage").findValuesAsString("operation"))
                .containsExactly("ChangeGroup");
        var cancel = office.makers.get(uri + "work-order:cancel");
        assertThat(cancel.size()).isOne();
        assertThat(cancel.get(0).path("stages").get(0).path("onTheSpot").asBoolean())
                .isTrue();
        assertThat(office.makers.get(uri + "unit:manage").size()).isZero();
        var stranger = office.client(office.people.person(office.people.branch()));
        assertThat(stranger.ask(uri + "group:manage")).hasStatus(404);
    }

    @Test
    void whatHasHappenedIsHeldByNoRule() {
        rule("SignOut");
        var person = office.person();
        var session = office.people.session(person);
        assertThat(keepers.http()
                        .delete()
                        .uri("/api/session")
                        .cookie(session)
                        .with(People.csrf())
                        .exchange())
                .hasStatus(204);
    }
}
