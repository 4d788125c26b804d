package io.hengwei.platform.shared;

import static io.hengwei.platform.identity.People.csrf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// Whatever comes in, the answer is a problem that names what is wrong, and nothing is written.
@HengweiTest
class InputsTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    UnitId unit;
    Cookie desk;

    @BeforeEach
    void somebodyAtTheDesk() {
        var people = new People(context);
        unit = people.branch();
        desk = people.session(people.person(unit, "DESK_OPERATOR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        title       | 5
        title       | ["a", "b"]
        kind        | 0
        kind        | "FLOOD"
        requester   | ""
        requester   | "nobody"
        impact      | ""
        occurredAt  | 0
        occurredAt  | 1e300
        occurredAt  | "-1000000000-01-01T00:00:00Z"
        occurredAt  | "0001-01-01T00:00:00Z"
        occurredAt  | "yesterday"
        caller.name | {"name": 1, "phone": "1"}
        titel       | "a misspelt field"
        """)
    void aFieldThatCannotBeMeantIsNamed(String field, String value) {
        assertThat(open(field.replace(".name", ""), value))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "category"})
    void whatCannotBeStoredIsTheSendersMistake(String field) {
        assertThat(open(field, "\"a\\u0000b\"")).hasStatus(400);
        assertThat(count()).isZero();
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() {
        assertThat(open("description", "\"" + "a".repeat(2 << 20) + "\"")).hasStatus(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"\"", "5"})
    void whatIsNoIncidentIsRefused(String body) {
        assertThat(post(body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "unit, x",
        "state, FLOODED",
        "size, many",
        "size, 201",
        "openedFrom, 2026-11-20",
        "openedFrom, +1000000000-12-31T23:59:59Z",
        "mine, perhaps"
    })
    void aFilterThatIsNoneIsNamedInThePersonsLanguage(String name, String value) {
        assertThat(http.get()
                        .uri("/api/incidents")
                        .param(name, value)
                        .header("Accept-Language", "zh-CN")
                        .cookie(desk))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> field.assertThat().isEqualTo(name))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        message -> message.assertThat().asString().doesNotContain("java", "convert"));
    }

    @Test
    void anEmptyChoiceIsNone() {
        assertThat(http.get()
                        .uri("/api/incidents")
                        .param("state", "\0")
                        .param("kind", ",")
                        .cookie(desk))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/incidents?text=%ff",
                "/api/incidents/%00",
                "/api/incidents/..%2f",
                "/api/incidents//x",
                "/api/incidents?text=[]",
                "/nothing/%ff"
            })
    void anAddressThatIsNoneIsAnsweredAsEverythingElse(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + desk.getName() + "="
                + desk.getValue() + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"invalid\"");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private MvcTestResult open(String field, String value) {
        var json = JsonMapper.shared();
        var body = new LinkedHashMap<String, Object>(Map.of(
                "kind",
                "FAULT",
                "title",
                "打印机",
                "description",
                "不出纸",
                "unit",
                unit.toString(),
                "channel",
                "HOTLINE",
                "occurredAt",
                "2026-01-05T01:00:00Z",
                "impact",
                "ONE_UNIT",
                "effect",
                "MINOR",
                "urgency",
                "LOW"));
        body.put("caller", Map.of("name", "王", "phone", "1"));
        body.put(field, json.readTree(value));
        return post(json.writeValueAsString(body));
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri(URI.create("/api/incidents"))
                .cookie(desk)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private int count() {
        var list = http.get().uri("/api/incidents").cookie(desk).exchange();
        return JsonMapper.shared()
                .readTree(list.getResponse().getContentAsByteArray())
                .path("count")
                .asInt();
    }
}
