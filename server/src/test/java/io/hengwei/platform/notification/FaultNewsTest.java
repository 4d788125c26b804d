package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentCommand.Classify;
import io.hengwei.process.incident.IncidentCommand.Dispatch;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.IncidentManagement;
import io.hengwei.process.incident.OpenIncident;
import io.hengwei.process.incident.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// A real fault through the real feed: notices, words to find it by, its line in an export.
@HengweiTest
class FaultNewsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    NoticeQueries notices;

    @Autowired
    Directory directory;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Test
    void everybodyConcernedHearsOfAFault() throws Exception {
        var people = new People(context);
        var branch = people.branch();
        var requester = people.person(branch);
        var engineer = people.person(branch, "ENGINEER");
        var desk = people.person(branch, "DESK_OPERATOR");
        var manager = people.person(branch, "INCIDENT_MANAGER");
        var group = new SomeCompany(db, transactions).group(branch, engineer);
        var id = dispatched(desk, requester, branch, group, engineer);

        await().untilAsserted(() -> assertThat(keys(engineer, id)).containsExactly("assigned"));
        assertThat(keys(manager, id)).containsExactly("arrived");
        assertThat(keys(requester, id)).isNotEmpty().containsOnly("changed");
        assertThat(keys(desk, id)).as("nobody is told of his own acts").isEmpty();

        await().untilAsserted(() -> assertThat(
                        http.get().uri("/api/search").param("q", "紫外光刻").cookie(people.session(engineer)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.records[0].id")
                .isEqualTo(id.toString()));
        var csv = http.get()
                .uri("/api/incidents/export")
                .param("format", "csv")
                .param("text", "紫外光刻")
                .header("Accept-Language", "zh-CN")
                .cookie(people.session(manager))
                .exchange();
        assertThat(csv).hasStatusOk();
        assertThat(csv.getResponse().getContentAsString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("紫外光刻", "故障", "处理中");
        assertThat(http.get().uri("/api/incidents/export?format=csv").cookie(people.session(engineer)))
                .hasStatus(403);
    }

    private RecordId dispatched(UserId desk, UserId requester, UnitId branch, GroupId group, UserId engineer) {
        return as(desk, () -> {
            var opened = incidents.open(new OpenIncident(
                    IncidentKind.FAULT,
                    "紫外光刻机无法启动",
                    "按下按钮没有反应",
                    requester,
                    null,
                    branch,
                    Channel.HOTLINE,
                    clock.instant(),
                    Impact.ONE_UNIT,
                    Effect.UNUSABLE,
                    Urgency.HIGH,
                    null,
                    null,
                    null));
            var classified = incidents.perform(
                    opened.id(),
                    opened.version(),
                    new Classify(Impact.ONE_UNIT, Effect.UNUSABLE, Urgency.HIGH, null, null, null));
            return incidents
                    .perform(opened.id(), classified.version(), new Dispatch(group, engineer, null))
                    .id();
        });
    }

    private List<String> keys(UserId person, RecordId id) {
        return as(person, () -> notices.mine(false, Page.FIRST)).rows().stream()
                .filter(n -> n.record().id().equals(id))
                .map(n -> n.text().key())
                .toList();
    }

    private <T> T as(UserId person, Supplier<T> work) {
        return Scope.as(Scope.asSystem(() -> directory.scopeOf(person)).orElseThrow(), work);
    }
}
