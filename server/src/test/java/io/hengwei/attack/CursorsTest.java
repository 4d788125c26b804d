package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.attack.Description.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A cursor says where a list goes on, and nothing else.
@HengweiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CursorsTest {
    private static final String SOME_ID = "01a21c13-dc0f-7155-a5fb-a1272129732c";

    @Autowired
    ApplicationContext context;

    private Insiders insiders;
    private Map<Endpoint, Attacker> lists;

    @BeforeAll
    void whoeverMayReadSomeList() {
        insiders = Insiders.of(context);
        lists = insiders.readers();
        lists.keySet().removeIf(endpoint -> !takes(endpoint, "after") || !takes(endpoint, "size"));
    }

    private static boolean takes(Endpoint endpoint, String parameter) {
        return endpoint.query().stream().anyMatch(each -> each.name().equals(parameter));
    }

    @Test
    void whatIsNoCursorIsRefused() {
        var none =
                Stream.of("0", "' or 1=1 --", "x".repeat(501), encoded("1 2 3")).toList();
        for (var list : lists.entrySet())
            if (!list.getKey().path().endsWith("/export"))
                for (var cursor : none) {
                    var uri = insiders.uri(list.getKey(), Map.of("after", Attacker.encoded(cursor)));
                    list.getValue().get(uri).isRefused(uri);
                }
    }

    @Test
    void aCursorOfOneListIsNoneOfAnother() {
        var incidents = next(insiders.manager(), "/api/incidents?size=1");
        insiders.manager().get("/api/incidents?size=1&after=" + incidents).isOrderly("its own");
        for (var other :
                List.of("/api/work-orders", "/api/people", "/api/incidents?mine=true", "/api/incidents?sort=level"))
            insiders.manager()
                    .get(other + (other.contains("?") ? "&" : "?") + "after=" + incidents)
                    .isRefused(other);
    }

    /// The hash in it is no secret, so whoever knows how it is made may write any key and any id.
    @Test
    void aForgedPlaceInAListIsAValueOfItsSortOrRefused() {
        var forged = 0;
        for (var list : lists.entrySet()) {
            var next = next(list.getValue(), insiders.uri(list.getKey(), Map.of("size", "1")));
            if (next.isEmpty()) continue;
            var hash = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8).split(" ")[0];
            for (var rest : List.of(
                    SOME_ID + " +' or '1'='1",
                    SOME_ID + " +'); select pg_sleep(60); --",
                    SOME_ID + " +a\0b",
                    SOME_ID + " +infinity",
                    SOME_ID + " -",
                    "' +x")) {
                var uri = insiders.uri(list.getKey(), Map.of("size", "1", "after", encoded(hash + " " + rest)));
                list.getValue().get(uri).isOrderly(uri);
            }
            forged++;
        }
        assertThat(forged).isGreaterThan(8);
    }

    private static String next(Attacker reader, String uri) {
        var answer = reader.get(uri);
        return answer.type().startsWith("application/json")
                ? answer.tree().path("next").asString("")
                : "";
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }
}
