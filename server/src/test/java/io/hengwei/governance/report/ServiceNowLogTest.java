package io.hengwei.governance.report;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UnitId;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real log of another system goes in through the API, and the statistics over it are those its authors' file has
/// (see README.md beside the file).
@HengweiTest
class ServiceNowLogTest {
    private static final String FILE = "/servicenow-events/incident_event_log_until_2016-03-14.csv.gz";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @Autowired
    JsonMapper json;

    UnitId branch;
    Cookie manager;

    @BeforeEach
    void aManager() {
        var people = new People(context);
        branch = people.branch();
        manager = people.session(people.person(branch, "OPS_MANAGER"));
    }

    @Test
    void theFirstHalfThenTheWholeLogGiveTheFiguresOfItsReadme() throws Exception {
        var half = imported(half());
        assertThat(half.at("/records/created").asInt()).isBetween(1_000, 3_000);

        var whole = imported(whole());
        assertThat(whole.at("/records/created").asInt()
                        + half.at("/records/created").asInt())
                .isEqualTo(4_390);
        assertThat(whole.at("/records/rejected").asInt()).isZero();
        assertThat(whole.at("/events").asInt() + half.at("/events").asInt()).isEqualTo(30_930);
        figures(get("/api/statistics?source=servicenow"));
        everyFigureOpensItsList(get("/api/statistics?source=servicenow"));

        var again = imported(whole());
        assertThat(again.at("/records").toString())
                .isEqualTo("{\"created\":0,\"unchanged\":4390,\"updated\":0,\"rejected\":0}");
        figures(get("/api/statistics?source=servicenow&openedFrom=2016-01-01T00:00:00Z&to=2016-03-15T00:00:00Z"));
    }

    private static void figures(JsonNode s) {
        assertThat(s.at("/total").asInt()).isEqualTo(4_390);
        assertThat(s.at("/events").asInt()).isEqualTo(30_930);
        assertThat(s.at("/met/yes").asInt()).isEqualTo(925);
        assertThat(s.at("/met/no").asInt()).isEqualTo(3_465);
        assertThat(s.at("/met/unknown").asInt()).isZero();
        assertThat(s.at("/met/share").asDouble()).isEqualTo(0.2107, within(0.00005));
        assertThat(s.at("/reassigned/never").asInt()).isEqualTo(1_888);
        assertThat(s.at("/reassigned/neverShare").asDouble()).isEqualTo(0.4301, within(0.00005));
        assertThat(s.at("/reassigned/mean").asDouble()).isEqualTo(1.346, within(0.0005));
        assertThat(s.at("/reassigned/max").asInt()).isEqualTo(27);
        assertThat(s.at("/reopened/count").asInt()).isEqualTo(65);
        assertThat(s.at("/reopened/share").asDouble()).isEqualTo(0.0148, within(0.00005));
        assertThat(s.at("/resolution/known").asInt()).isEqualTo(4_208);
        assertThat(s.at("/resolution/medianHours").asDouble()).isEqualTo(90.78, within(0.0051));
        assertThat(s.at("/resolution/meanHours").asDouble()).isEqualTo(274.27, within(0.0051));
        assertThat(s.at("/resolution/p90Hours").asDouble()).isEqualTo(553.73, within(0.0051));
        assertThat(column(s.at("/byPriority"), "key")).containsExactly("P1", "P2", "P3", "P4");
        assertThat(column(s.at("/byPriority"), "total")).containsExactly("39", "88", "3998", "265");
        assertThat(column(s.at("/byPriority"), "met")).containsExactly("1", "0", "762", "162");
        assertThat(column(s.at("/topCategories"), "label").subList(0, 5))
                .containsExactly("Category 53", "Category 26", "Category 45", "Category 42", "Category 32");
        assertThat(column(s.at("/topCategories"), "total").subList(0, 5))
                .containsExactly("548", "540", "535", "311", "301");
        assertThat(column(s.at("/topGroups"), "label").subList(0, 5))
                .containsExactly("Group 70", "null", "Group 25", "Group 24", "Group 39");
        assertThat(column(s.at("/topGroups"), "total").subList(0, 5))
                .containsExactly("954", "538", "313", "250", "207");
        assertThat(s.at("/withProblem").asInt()).isEqualTo(86);
        assertThat(s.at("/withChange").asInt()).isEqualTo(52);
        assertThat(s.at("/awaitedUser").asInt()).isEqualTo(1_483);
    }

    private void everyFigureOpensItsList(JsonNode s) throws IOException {
        var group = s.at("/topGroups/0/key").asString();
        for (var figure : List.of(
                List.of("", s.at("/total")),
                List.of("met=true", s.at("/met/yes")),
                List.of("met=false", s.at("/met/no")),
                List.of("firstLine=true", s.at("/firstLine/yes")),
                List.of("reassigned=false", s.at("/reassigned/never")),
                List.of("reopened=true", s.at("/reopened/count")),
                List.of("resolved=true", s.at("/resolution/known")),
                List.of("priority=P3", s.at("/byPriority/2/total")),
                List.of("priority=P3&met=true", s.at("/byPriority/2/met")),
                List.of("category=Category%2053", s.at("/topCategories/0/total")),
                List.of("group=" + group, s.at("/topGroups/0/total")),
                List.of("noGroup=true", s.at("/topGroups/1/total")),
                List.of("awaitedRequester=true", s.at("/awaitedUser")),
                List.of("withProblem=true", s.at("/withProblem")),
                List.of("withChange=true", s.at("/withChange")),
                List.of("state=CLOSED", s.at("/byState/0/total")),
                List.of("noLevel=true", s.at("/byLevel/0/total")))) {
            var filter = "?source=servicenow&" + figure.get(0);
            var figureIs = ((JsonNode) figure.get(1)).asInt();
            var list = get("/api/incidents" + filter);
            assertThat(list.at("/count").asInt()).as(filter).isEqualTo(Math.min(figureIs, 1_000));
            assertThat(list.at("/capped").asBoolean()).as(filter).isEqualTo(figureIs > 1_000);
            assertThat(get("/api/statistics" + filter).at("/total").asInt())
                    .as(filter)
                    .isEqualTo(figureIs);
        }
    }

    private static List<String> column(JsonNode rows, String name) {
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(name).asString("null"))
                .toList();
    }

    private JsonNode imported(byte[] file) throws Exception {
        var upload = http.post()
                .uri("/api/imports?name=log.csv.gz&mapping=servicenow-events&unit={unit}", branch)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(file)
                .cookie(manager)
                .with(csrf())
                .exchange();
        assertThat(upload).hasStatus(201);
        var path = "/api/imports/"
                + json.readTree(upload.getResponse().getContentAsString())
                        .at("/id")
                        .asString();
        var preview = awaited(path, "PREVIEWED");
        assertThat(preview.at("/preview").asBoolean()).isTrue();
        assertThat(http.post().uri(path + "/run").cookie(manager).with(csrf())).hasStatusOk();
        var done = awaited(path, "DONE");
        assertThat(done.at("/records")).isEqualTo(preview.at("/records"));
        assertThat(done.at("/events")).isEqualTo(preview.at("/events"));
        return done;
    }

    private JsonNode awaited(String path, String state) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var view = get(path);
        while (!state.equals(view.at("/state").asString())) {
            assertThat(view.at("/state").asString()).isIn("PREVIEWING", "RUNNING");
            assertThat(System.nanoTime()).as("still %s", view).isLessThan(end);
            Thread.sleep(100);
            view = get(path);
        }
        return view;
    }

    private JsonNode get(String uri) throws IOException {
        var answer = http.get().uri(java.net.URI.create(uri)).cookie(manager).exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static byte[] whole() throws IOException {
        try (var file = ServiceNowLogTest.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        }
    }

    /// Cut in the middle of an incident.
    private static byte[] half() throws IOException {
        var lines = new String(
                        new GZIPInputStream(new ByteArrayInputStream(whole())).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .limit(15_466)
                .toList();
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
