package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// What somebody writes comes back as the text it is: to a page as JSON, to a table as no formula, to nobody as markup.
@HengweiTest
class StoredTextTest {
    private static final String MARKUP =
            "</script><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)";

    /// What a browser that was led to the address would like best.
    private static final Map<String, String> BROWSER = Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.1");

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    private Attacker manager;
    private Insiders insiders;
    private String word;
    private String unit;
    private String title;
    private String incident;

    @BeforeEach
    void anIncidentFullOfMarkup() {
        insiders = Insiders.of(context);
        manager = insiders.manager();
        word = "stored" + People.number();
        unit = insiders.people.branch().toString();
        title = "=HYPERLINK(\"http://x\",\"click\") " + word + " " + MARKUP;
        var opened = manager.json(
                "POST",
                "/api/incidents",
                Map.of(
                        "kind",
                        "FAULT",
                        "title",
                        title,
                        "description",
                        MARKUP,
                        "unit",
                        unit,
                        "channel",
                        "HOTLINE",
                        "occurredAt",
                        "2026-01-05T01:00:00Z",
                        "impact",
                        "ONE_UNIT",
                        "effect",
                        "MINOR",
                        "urgency",
                        "LOW",
                        "caller",
                        Map.of("name", MARKUP, "phone", "1")));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        incident = opened.tree().path("id").asString();
        for (var kind : List.of("comments", "work-notes"))
            assertThat(manager.json("POST", "/api/records/" + incident + "/" + kind, Map.of("text", kind + MARKUP))
                            .isGood())
                    .isTrue();
    }

    @Test
    void markupComesBackAsTheTextItIsAndNeverAsAPage() {
        var view = shown("/api/incidents/" + incident).tree();
        assertThat(view.path("title").asString()).isEqualTo(title);
        var list = shown("/api/incidents?unit=" + unit);
        assertThat(list.tree().at("/rows/0/title").asString()).as(list.text()).isEqualTo(title);
        assertThat(shown("/api/records/" + incident + "/timeline").tree().toString())
                .contains(JsonMapper.shared().writeValueAsString("comments" + MARKUP))
                .contains(JsonMapper.shared().writeValueAsString("work-notes" + MARKUP));
        shown("/api/search?q=" + word);
        shown("/api/my-work");
    }

    @Test
    void namesOfGroupsComeBackAsTheTextTheyAre() {
        var name = "<b>" + word + "</b><script>alert(1)</script>";
        var group = Map.of("name", name, "unit", unit, "line", 1);
        assertThat(manager.json("POST", "/api/groups", group).status()).isEqualTo(201);
        assertThat(shown("/api/groups?q=" + word).tree().at("/rows/0/name").asString())
                .isEqualTo(name);
    }

    /// @return what was answered to a browser that wanted a page
    private Attacker.Answer shown(String uri) {
        var answer = manager.send("GET", uri, BodyPublishers.noBody(), BROWSER);
        assertThat(answer.status()).as(uri + answer.text()).isEqualTo(200);
        assertThat(answer.type()).as(uri).startsWith("application/json");
        rendersNothing(uri, answer.whole());
        return answer;
    }

    private static void rendersNothing(String uri, HttpResponse<?> answer) {
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(uri)
                .hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(uri)
                .contains("default-src 'none'");
    }

    @Test
    void whatIsRefusedIsNoPageEither() {
        for (var uri : List.of(
                "/api/incidents?sort=" + Attacker.encoded(MARKUP),
                "/api/incidents?unit=" + Attacker.encoded(MARKUP),
                "/api/incidents?after=" + Attacker.encoded(MARKUP),
                "/api/records/by-number/" + Attacker.encoded("<svg onload=alert(1)>"),
                "/api/settings/" + Attacker.encoded("<svg onload=alert(1)>"),
                "/api/" + Attacker.encoded("<svg onload=alert(1)>"))) {
            var answer = manager.send("GET", uri, BodyPublishers.noBody(), BROWSER);
            answer.isRefused(uri);
            rendersNothing(uri, answer.whole());
        }
    }

    @Test
    void inAnExportedTableNothingIsAFormula() throws Exception {
        var csv = export("CSV");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"click\"\") " + word)
                .doesNotContain("\n=", ",=", "\"=HYPERLINK");
        var sheet = sheet(export("XLSX").body());
        assertThat(sheet).contains(word).doesNotContain("<f>", "<script>", "<f ");
    }

    private HttpResponse<byte[]> export(String format) throws IOException, InterruptedException {
        var uri = URI.create(manager.base() + "/api/incidents/export?format=" + format + "&unit=" + unit);
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + manager.token());
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            rendersNothing(format, answer);
            return answer;
        }
    }

    private String sheet(byte[] file) throws IOException {
        try (var zip =
                new ZipFile(Files.write(folder.resolve("list.xlsx"), file).toFile())) {
            var text = new StringBuilder();
            for (var part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"))
                text.append(new String(zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8));
            return text.toString();
        }
    }
}
