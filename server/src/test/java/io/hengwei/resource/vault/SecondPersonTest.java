package io.hengwei.resource.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// Where a rule says so, a password is read with the consent of a second person, who never sees it.
@HengweiTest
class SecondPersonTest {
    private static final String PLAIN = "Bn6!behind-a-consent";
    private static final String RULES = """
        {"rules": [{"operation": "RevealSecret", "kind": null, "when": [], "breakGlass": false, "stages": [{"name": "复核", "whom": "ROLES",
          "roles": ["EXECUTIVE"], "people": [], "where": "SUBJECT", "mode": "ANY", "count": null, "onRejection": "ENDS", "limit": null,
          "onTheSpot": false, "when": []}]}]}""";

    @Autowired
    ApplicationContext context;

    @Test
    void whatIsHeldIsRevealedToTheMakerAloneOnceSomebodyConsents() {
        var people = new People(context);
        var branch = people.branch();
        var maker = people.person(branch, "OPS_MANAGER");
        var director = people.person(branch, "EXECUTIVE");
        var id = Scope.asSystem(() -> {
            context.getBean(SettingAdministration.class)
                    .change(
                            "approval.rules",
                            SettingScope.unit(branch.value()),
                            JsonMapper.shared().readTree(RULES),
                            null,
                            "test");
            var form = new SecretForm(
                    "核心路由器", SecretKind.NETWORK, "enable", null, branch, maker, director, "中断时", null, null);
            return context.getBean(VaultManagement.class).register(form, PLAIN);
        });
        var path = "/api/vault/" + id + "/reveals";
        var makers = Client.of(context, people.token(maker));
        var held = makers.post(path, "{\"reason\":\"骨干中断\"}");
        assertThat(held).hasStatus(202);
        assertThat(makers.get(path).path("rows").size()).isZero();
        var consent = "/api/approvals/" + Client.tree(held).path("about").asString();

        var directors = Client.of(context, people.token(director));
        assertThat(directors.get(consent).toString()).contains("核心路由器").contains("骨干中断");
        var version = directors.get(consent).path("version").asLong();
        var approved = directors.post(consent + "/commands", "{\"command\":\"Approve\"}", version);
        assertThat(approved).hasStatusOk().bodyText().doesNotContain(PLAIN);
        assertThat(directors.get(consent).toString()).doesNotContain(PLAIN);

        var reveal = makers.get(path).path("rows").get(0);
        assertThat(reveal.path("person").path("id").asString()).isEqualTo(maker.toString());
        assertThat(reveal.path("reason").asString()).isEqualTo("骨干中断");
        assertThat(consent).endsWith(reveal.path("consent").asString());
        assertThat(reveal.path("consentNumber").asString())
                .isEqualTo(directors.get(consent).path("number").asString());
        assertThat(reveal.path("seconds").size()).isOne();
        assertThat(reveal.path("seconds").get(0).asString())
                .isEqualTo(makers.get("/api/people/" + director).path("name").asString());
        var opening = path + "/" + reveal.path("id").asString() + "/opening";
        assertThat(directors.post(opening, "{}").getResponse().getStatus()).isIn(403, 404);
        assertThat(Client.tree(makers.post(opening, "{}")).path("secret").asString())
                .isEqualTo(PLAIN);
    }
}
