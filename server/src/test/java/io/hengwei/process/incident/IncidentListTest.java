package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The list of incidents over HTTP: stretches, sorts and conditions that contradict each other.
@HengweiTest
class IncidentListTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    private UnitId unit;
    private String manager;

    @BeforeEach
    void fiveIncidents() {
        var people = new People(context);
        unit = people.branch();
        manager = people.token(people.person(unit, "INCIDENT_MANAGER"));
        for (int i = 0; i < 5; i++) open("打印机不工作 " + i);
    }

    private void open(String title) {
        assertThat(http.post()
                        .uri("/api/incidents")
                        .header("Authorization", "Bearer " + manager)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
            {"kind":"FAULT","title":"%s","description":"三楼","unit":"%s","channel":"HOTLINE","occurredAt":"%s","impact":"ONE_UNIT","effect":"IMPAIRED","urgency":"MEDIUM",
             "caller":{"name":"李四","phone":"13800000000"}}""".formatted(title, unit, Instant.now())))
                .hasStatus(201);
    }

    private JsonNode list(String query) {
        var answer = http.get()
                .uri("/api/incidents?" + query)
                .header("Authorization", "Bearer " + manager)
                .exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private List<String> titles(JsonNode list) {
        return list.path("rows")
                .valueStream()
                .map(r -> r.path("title").asString())
                .toList();
    }

    /// All of it, two rows at a time.
    private List<String> everything(String query) {
        var all = new ArrayList<String>();
        var next = "";
        do {
            var stretch = list(query + "&size=2" + (next.isEmpty() ? "" : "&after=" + next));
            all.addAll(titles(stretch));
            next = stretch.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    @Test
    void everyStretchGoesOnWhereTheLastEndedWhateverTheSort() {
        assertThat(everything(""))
                .isEqualTo(titles(list("")))
                .hasSize(5)
                .first()
                .isEqualTo("打印机不工作 4");
        assertThat(everything("sort=openedAt")).isEqualTo(everything("").reversed());
        for (var sort : List.of("-updatedAt", "priority", "nextDueAt", "-nextDueAt"))
            assertThat(everything("sort=" + sort)).as(sort).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void theFirstStretchSaysHowManyThereAre() {
        assertThat(list("size=2").path("count").asInt()).isEqualTo(5);
        assertThat(list("size=2&state=RECORDED&sort=nextDueAt").path("count").asInt())
                .isEqualTo(5);
        assertThat(list("size=2").path("capped").asBoolean()).isFalse();
    }

    @Test
    void oneStateManyStatesAndPhases() {
        assertThat(titles(list("state=RECORDED"))).hasSize(5);
        assertThat(titles(list("state=RECORDED&state=WAITING"))).hasSize(5);
        assertThat(titles(list("phase=OPEN&phase=WAITING&due=SOON"))).hasSize(5);
        assertThat(titles(list("due=OVERDUE"))).isEmpty();
    }

    @Test
    void aStateThatIsNotOfThePhaseFindsNothing() {
        assertThat(titles(list("phase=DONE&state=RECORDED"))).isEmpty();
    }
}
