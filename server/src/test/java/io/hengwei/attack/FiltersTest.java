package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.attack.Description.Endpoint;
import io.hengwei.platform.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Whatever stands in a filter is a value: it is looked for, or refused, and never becomes part of the question.
@HengweiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiltersTest {
    /// Each ends a literal, a pattern, a parameter or a statement for somebody.
    private static final List<String> ENCODED = Stream.of(
                    "' or '1'='1",
                    "') or 1=1 --",
                    "'; select pg_sleep(60); --",
                    "' || (select pg_sleep(60)) || '",
                    "1 and (select 1 from pg_sleep(60)) is not null",
                    "\" or \"\"=\"",
                    "%' or '%'='",
                    "trailing\\",
                    "'':me ?1 $1 {fn now()} ${7*7} #{7*7}",
                    "\u202e😀＇ or １=１ --",
                    "x".repeat(4_000))
            .map(Attacker::encoded)
            .toList();

    /// What no encoder writes: a NUL, a lone quote of another charset, a surrogate.
    private static final List<String> RAW = List.of("a%00b", "%bf%27%20or%201=1", "%c0%a7", "%ed%a0%80");

    private static final List<String> PAYLOADS =
            Stream.concat(ENCODED.stream(), RAW.stream()).toList();

    private static final List<String> TAUTOLOGIES = List.of(
            "' or '1'='1", "') or 1=1 --", "%' or 1=1 --", "\" or \"\"=\"", "' union select null --", "%", "_%", "\\");

    @Autowired
    ApplicationContext context;

    private Insiders insiders;
    private Map<Endpoint, Attacker> readers;

    @BeforeAll
    void whoeverMayReadSomething() {
        insiders = Insiders.of(context);
        readers = insiders.readers();
    }

    @Test
    void everyListIsOpenToOneOfThem() {
        var closed = Description.read().endpoints().stream()
                .filter(endpoint -> !endpoint.isUnsafe() && !endpoint.query().isEmpty())
                .filter(endpoint -> !readers.containsKey(endpoint))
                .map(Endpoint::path);
        assertThat(closed)
                .as("what is about one import that does not exist, and the way to an issuer, which always leads on")
                .containsExactly(
                        "/api/imports/{id}/rejections",
                        "/api/imports/{id}/rejections/export",
                        "/api/sso/back",
                        "/api/sso/{source}");
    }

    @Test
    void whateverStandsInAParameterIsLookedForOrRefused() {
        var asked = new AtomicInteger();
        readers.entrySet().parallelStream().forEach(one -> asked.addAndGet(attack(one.getKey(), one.getValue())));
        assertThat(asked.get()).isGreaterThan(800);
    }

    private int attack(Endpoint endpoint, Attacker reader) {
        var attacks = endpoint.query().stream()
                .flatMap(parameter -> payloads(endpoint, parameter).stream()
                        .map(payload -> insiders.uri(endpoint, Map.of(parameter.name(), payload))))
                .toList();
        attacks.forEach(uri -> reader.get(uri).isOrderly(uri));
        return attacks.size();
    }

    /// What must be a number, a date or one of a closed list of names is refused before anybody looks at what else it
    /// may be; an export has the filter of its list.
    private static List<String> payloads(Endpoint endpoint, Description.Parameter parameter) {
        var words =
                Description.isFreeText(parameter.schema()) && !parameter.name().equals("sort");
        if (words && !endpoint.path().endsWith("/export")) return PAYLOADS;
        return List.of(PAYLOADS.getFirst(), PAYLOADS.getLast(), extreme(parameter.schema()));
    }

    /// A value of the right type that nothing has.
    private static String extreme(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> Ids.next().toString();
            case "date" -> "9999-12-31";
            case "date-time" -> "9999-12-31T23:59:59Z";
            case "int32" -> "-2147483648";
            case "int64" -> "-9223372036854775808";
            default -> "";
        };
    }

    @Test
    void whatIsAddedToAWordFindsNoMoreThanTheWord() {
        var found = readers.entrySet().parallelStream()
                .filter(one -> !one.getKey().path().endsWith("/export"))
                .flatMap(one -> one.getKey().query().stream()
                        .filter(parameter -> Description.isFreeText(parameter.schema()))
                        .map(Description.Parameter::name)
                        .filter(name -> !List.of("sort", "after").contains(name))
                        .filter(name -> holds(one.getValue(), one.getKey(), name))
                        .map(name -> one.getKey() + " " + name))
                .toList();
        assertThat(found)
                .contains("GET /api/incidents text", "GET /api/incidents category", "GET /api/statistics text")
                .contains("GET /api/work-orders text", "GET /api/vault q", "GET /api/search q")
                .contains("GET /api/account-requests text", "GET /api/approvals text");
    }

    /// Whether the plain word finds something there; no more is found by what a tautology or a pattern would add to it
    /// than by the words alone.
    private boolean holds(Attacker reader, Endpoint endpoint, String parameter) {
        for (var tautology : TAUTOLOGIES) {
            var added = Insiders.NOTHING + tautology;
            var answer = asked(reader, endpoint, parameter, added);
            var words = asked(reader, endpoint, parameter, added.replaceAll("\\W+", " "));
            if (answer.isGood())
                assertThat(answer.text()).as(endpoint + " " + added).isEqualTo(words.text());
        }
        for (var pattern : List.of("Att%able", "Att_ckable", "Attac(k)able", "%", "_"))
            assertThat(asked(reader, endpoint, parameter, pattern).text())
                    .as(endpoint + " " + pattern)
                    .doesNotContain(Insiders.MARK);
        return asked(reader, endpoint, parameter, Insiders.MARK).text().contains(Insiders.MARK);
    }

    private Attacker.Answer asked(Attacker reader, Endpoint endpoint, String parameter, String text) {
        return reader.get(insiders.uri(endpoint, Map.of(parameter, Attacker.encoded(text))));
    }
}
