package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.attack.Description.Body;
import io.hengwei.attack.Description.Endpoint;
import io.hengwei.platform.shared.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Every body of every endpoint that takes one: what is not asked for, of another type, broken, too deep or too large
/// is refused before anybody acts on it, also when whoever sends it may do everything.
@HengweiTest
class BodiesTest {
    /// What the server decides, and nobody who asks.
    private static final List<String> NOBODYS =
            List.of("id", "createdBy", "roles", "state", "version", "unit", "actor", "openedAt", "consent");

    private static final int EACH = 3;

    private static final List<String> MALFORMED = List.of(
            "",
            "{",
            "null",
            "[]",
            "{'a':1}",
            "\0",
            "{\"" + "n".repeat(2_000) + "\":1}",
            "[".repeat(20_000),
            "{\"a\":".repeat(200) + "1" + "}".repeat(200));

    @Autowired
    ApplicationContext context;

    private final Description description = Description.read();
    private Insiders insiders;
    private long before;

    @BeforeEach
    void somebodyWhoMayDoEverything() {
        insiders = Insiders.of(context);
        before = insiders.acts();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(insiders.acts()).isEqualTo(before);
    }

    private Stream<Endpoint> withBody() {
        var all = description.endpoints().stream()
                .filter(endpoint -> !endpoint.bodies().isEmpty())
                .toList();
        assertThat(all).hasSizeGreaterThan(50);
        return all.parallelStream();
    }

    @Test
    void whatTheServerDecidesIsRefusedByNameWhateverElseIsRight() {
        withBody()
                .forEach(endpoint -> endpoint.bodies()
                        .forEach(body -> NOBODYS.stream()
                                .filter(field -> !body.fields().containsKey(field))
                                .limit(EACH)
                                .forEach(field -> assign(endpoint, body, field))));
    }

    private void assign(Endpoint endpoint, Body body, String field) {
        var filled = description.filled(body, insiders.branch.unit().toString());
        filled.put(field, insiders.branch.unit().toString());
        var answer = insiders.manager().json(endpoint.method(), uri(endpoint), filled);
        var what = endpoint + " " + filled;
        answer.isRefused(what);
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.tree().at("/errors/0/field").asString(""))
                .as(what + " " + answer.text())
                .isEqualTo(field);
    }

    @Test
    void whatIsOfAnotherTypeIsRefused() {
        withBody()
                .forEach(endpoint -> endpoint.bodies()
                        .forEach(body -> body.fields()
                                .forEach((field, schema) ->
                                        wrong(schema).forEach(value -> mistype(endpoint, body, field, value)))));
    }

    private void mistype(Endpoint endpoint, Body body, String field, Object value) {
        var filled = description.filled(body, insiders.branch.unit().toString());
        filled.put(field, value);
        var answer = insiders.manager().json(endpoint.method(), uri(endpoint), filled);
        answer.isRefused(endpoint + " " + filled);
        assertThat(answer.status())
                .as(endpoint + " " + filled + " " + answer.text())
                .isEqualTo(400);
    }

    private static List<Object> wrong(JsonNode schema) {
        if (schema.has("enum")) return List.of("NO_SUCH", 0);
        return switch (Description.type(schema)) {
            case "integer", "number" -> List.of("x");
            case "boolean" -> List.of(1);
            case "array" -> List.of(Map.of("a", 1));
            case "object" -> List.of(List.of(1));
            case "string" -> List.of(5, Map.of("a", 1));
            default -> List.of();
        };
    }

    @Test
    void anIdThatNothingHasIsNoFault() {
        withBody()
                .forEach(endpoint -> endpoint.bodies().stream()
                        .filter(body -> body.required().stream().anyMatch(field -> isId(body, field)))
                        .forEach(body -> {
                            var filled = description.filled(body, Ids.next().toString());
                            insiders.manager()
                                    .json(endpoint.method(), uri(endpoint), filled)
                                    .isRefused(endpoint + " " + filled);
                        }));
    }

    private static boolean isId(Body body, String field) {
        return body.fields().containsKey(field)
                && body.fields().get(field).path("format").asString("").equals("uuid");
    }

    @Test
    void whatIsBrokenOrTooDeepIsRefused() {
        withBody()
                .forEach(endpoint -> MALFORMED.forEach(body -> {
                    var answer = insiders.manager().text(endpoint.method(), uri(endpoint), body);
                    var what = endpoint + " " + body.substring(0, Math.min(40, body.length()));
                    answer.isRefused(what);
                    assertThat(answer.status()).as(what + " " + answer.text()).isIn(400, 413);
                }));
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        var large = " ".repeat(1_100_000) + "{}";
        withBody().forEach(endpoint -> {
            var answer = insiders.manager().text(endpoint.method(), uri(endpoint), large);
            answer.isRefused(endpoint.toString());
            assertThat(answer.status()).as(endpoint + " " + answer.text()).isEqualTo(413);
        });
    }

    @Test
    void whatIsNoJsonIsRefused() {
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var text = Map.of("Content-Type", "text/plain");
        var garbled = Map.of("Content-Type", "application/json");
        withBody().forEach(endpoint -> {
            for (var headers : List.of(form, text)) {
                var answer = insiders.manager()
                        .send(endpoint.method(), uri(endpoint), BodyPublishers.ofString("title=x"), headers);
                answer.isRefused(endpoint + " " + headers);
                assertThat(answer.status()).as(endpoint + " " + headers).isEqualTo(415);
            }
            var bytes = BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xc0, (byte) 0xa7, '"', ':', '1', '}'});
            insiders.manager()
                    .send(endpoint.method(), uri(endpoint), bytes, garbled)
                    .isRefused(endpoint + " of no charset");
        });
    }

    private String uri(Endpoint endpoint) {
        return insiders.uri(endpoint, Map.of());
    }
}
