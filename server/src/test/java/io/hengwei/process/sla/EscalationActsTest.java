package io.hengwei.process.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a step of escalation does to an incident, and who hears of it.
@HengweiTest
class EscalationActsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    ClockSweeper sweeper;

    @Autowired
    SettingAdministration settings;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private void set(UnitId unit, String key, Object value) {
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> settings.change(key, SettingScope.unit(unit.value()), value, null, "test")));
    }

    @Test
    void itRaisesTheLevelPassesTheRecordOnAndTellsTheManagerNearest() {
        var people = new People(context);
        var unit = people.branch();
        var chief = people.person(unit, "OPS_MANAGER");
        var manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
        var engineer = people.person(unit, "ENGINEER");
        var group = new SomeCompany(db, transactions).group(unit, engineer);
        var robot = Client.of(context, people.token(people.person(people.root(), "PLATFORM_ADMIN")))
                .make("/api/robots", """
                    {"name":"值班群","kind":"WECOM","unit":"%s","access":{"webhook":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d-1111-2222-3333-444455556666","secret":null}}""".formatted(unit));
        var foreign = Client.of(context, people.token(people.person(people.root(), "PLATFORM_ADMIN")))
                .make("/api/robots", """
                    {"name":"别处的群","kind":"WECOM","unit":"%s","access":{"webhook":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1a1b2c3d-1111-2222-3333-444455556666","secret":null}}""".formatted(people.branch()));
        set(unit, "sla.response.level-iv", "PT1M");
        set(unit, "sla.calendar.level-iv", "ALWAYS");
        set(
                unit,
                "sla.escalation",
                Map.of(
                        "steps",
                        List.of(Map.of(
                                "clock",
                                "RESPONSE",
                                "levels",
                                List.of("LEVEL_IV"),
                                "percent",
                                2,
                                "wall",
                                true,
                                "hearers",
                                List.of(),
                                "roles",
                                List.of("OPS_MANAGER"),
                                "robots",
                                List.of(UUID.randomUUID().toString(), foreign, robot),
                                "raise",
                                true,
                                "group",
                                group.value().toString()))));
        var incident = "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"FAULT","title":"专线中断","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_UNIT","effect":"IMPAIRED",
             "urgency":"MEDIUM","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now()));
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"Classify\",\"impact\":\"ONE_UNIT\",\"effect\":\"IMPAIRED\",\"urgency\":\"MEDIUM\"}",
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            sweeper.sweep();
            var view = manager.get(incident);
            assertThat(view.path("level").asString()).isEqualTo("LEVEL_III");
            assertThat(view.path("assignmentGroup").path("id").asString())
                    .isEqualTo(group.value().toString());
        });
        var hearing = Client.of(context, people.token(chief));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(hearing.get("/api/notices")
                                .path("rows")
                                .valueStream()
                                .map(notice -> notice.path("text").path("key").asString()))
                        .contains("escalated"));
        assertThat(posts(robot))
                .singleElement()
                .satisfies(title -> assertThat(title).endsWith("的响应时限已用去 2%"));
        assertThat(posts(foreign)).as("what is no matter of theirs").isEmpty();
        var lines = db(incident);
        assertThat(lines.stream().filter("ClockEscalated"::equals)).hasSize(1);
        assertThat(lines.stream().filter("Regrade"::equals)).hasSize(1);
    }

    /// A consultation has no level, and nothing is passed on before somebody has classified it.
    @Test
    void whatARecordDoesNotAdmitYetWaitsAndHoldsNothingUp() {
        var people = new People(context);
        var unit = people.branch();
        var manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
        var group = new SomeCompany(db, transactions).group(unit, people.person(unit, "ENGINEER"));
        set(unit, "sla.confirm", "PT1M");
        set(
                unit,
                "sla.escalation",
                Map.of(
                        "steps",
                        List.of(Map.of(
                                "clock",
                                "CONFIRM",
                                "levels",
                                List.of(),
                                "percent",
                                1,
                                "wall",
                                true,
                                "hearers",
                                List.of(),
                                "roles",
                                List.of(),
                                "robots",
                                List.of(),
                                "raise",
                                true,
                                "group",
                                group.value().toString()))));
        var incident = "/api/incidents/" + manager.make("/api/incidents", """
            {"kind":"CONSULTATION","title":"如何申请邮箱","description":"新员工","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_PERSON","effect":"MINOR",
             "urgency":"LOW","caller":{"name":"李四","phone":"13800000000"}}""".formatted(unit, Instant.now()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            sweeper.sweep();
            assertThat(acts(incident)).containsExactly("PASS waits", "RAISE OVERTAKEN");
        });
        assertThat(manager.post(
                        incident + "/commands",
                        "{\"command\":\"Classify\",\"impact\":\"ONE_PERSON\",\"effect\":\"MINOR\",\"urgency\":\"LOW\"}",
                        manager.get(incident).path("version").asLong()))
                .hasStatusOk();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(acts(incident)).containsExactly("PASS DONE", "RAISE OVERTAKEN"));
        assertThat(manager.get(incident).path("assignmentGroup").path("id").asString())
                .isEqualTo(group.value().toString());
    }

    private List<String> acts(String incident) {
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql("""
                    select act || ' ' || coalesce(outcome, case when attempts > 0 then 'waits' else 'new' end) from sla.escalation_act where record = cast(? as uuid) order by act""")
                .param(incident.substring(incident.lastIndexOf('/') + 1))
                .query(String.class)
                .list()));
    }

    private List<String> posts(String robot) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql("select title from notification.post where robot = cast(? as uuid)")
                        .param(robot)
                        .query(String.class)
                        .list()));
    }

    private List<String> db(String incident) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql("select command from record.journal where subject = cast(? as uuid)")
                        .param(incident.substring(incident.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list()));
    }
}
