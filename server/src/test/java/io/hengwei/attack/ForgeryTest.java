package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.attack.Description.Endpoint;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// A page of somebody else makes the browser send the cookie along, and gets nothing done with it.
@HengweiTest
class ForgeryTest {
    private static final String TOKEN = "known-to-the-page-alone";

    @Autowired
    ApplicationContext context;

    private final Description description = Description.read();
    private Insiders insiders;
    private String session;

    @BeforeEach
    void somebodySignedIn() {
        insiders = Insiders.of(context);
        session = "HENGWEI_SESSION="
                + insiders.people.session(insiders.persons.getFirst()).getValue();
    }

    @Test
    void noChangeIsMadeWithoutTheTokenThatOnlyOurPageKnows() {
        var before = insiders.acts();
        var unsafe = description.endpoints().stream().filter(Endpoint::isUnsafe).toList();
        assertThat(unsafe).hasSizeGreaterThan(80);
        unsafe.parallelStream().forEach(endpoint -> {
            refused(endpoint, Map.of("Cookie", session));
            refused(endpoint, Map.of("Cookie", session + "; XSRF-TOKEN=" + TOKEN));
            refused(endpoint, Map.of("Cookie", session, "X-XSRF-TOKEN", TOKEN));
            refused(endpoint, Map.of("Cookie", session + "; XSRF-TOKEN=" + TOKEN, "X-XSRF-TOKEN", "guessed"));
        });
        assertThat(insiders.acts()).isEqualTo(before);
    }

    private void refused(Endpoint endpoint, Map<String, String> headers) {
        var answer = asked(endpoint, headers);
        var what = endpoint + " " + headers.keySet() + " " + answer.text();
        answer.isRefused(what);
        assertThat(answer.status()).as(what).isEqualTo(403);
        assertThat(answer.tree().path("reason").asString("")).as(what).isEqualTo("csrf");
    }

    @Test
    void whoNamesATokenThatIsNoneIsNobodyWhateverTheCookieSays() {
        for (var bearer : List.of("Bearer hw_", "Bearer hw_guessed")) {
            var headers = Map.of("Cookie", session, "Authorization", bearer);
            description.endpoints().stream()
                    .filter(endpoint -> endpoint.path().startsWith("/api/records/{id}/"))
                    .filter(Endpoint::isUnsafe)
                    .forEach(endpoint -> assertThat(asked(endpoint, headers).status())
                            .as(endpoint + bearer)
                            .isEqualTo(401));
        }
    }

    @Test
    void theSameIsDoneForOurPage() {
        var headers = Map.of("Cookie", session + "; XSRF-TOKEN=" + TOKEN, "X-XSRF-TOKEN", TOKEN);
        var watching = description.endpoints().stream()
                .filter(endpoint -> endpoint.path().equals("/api/records/{id}/watchers/me"))
                .filter(Endpoint::isUnsafe)
                .toList();
        assertThat(watching).hasSize(2);
        for (var method : List.of("PUT", "DELETE"))
            watching.stream()
                    .filter(endpoint -> endpoint.method().equals(method))
                    .forEach(endpoint ->
                            assertThat(asked(endpoint, headers).status()).isEqualTo(204));
    }

    private Attacker.Answer asked(Endpoint endpoint, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Origin", "https://elsewhere.example");
        all.put(
                "Content-Type",
                endpoint.path().matches(".*/(attachments|imports)") ? "application/octet-stream" : "application/json");
        var body = endpoint.bodies().isEmpty()
                ? "x"
                : JsonMapper.shared()
                        .writeValueAsString(description.filled(
                                endpoint.bodies().getFirst(),
                                insiders.branch.unit().toString()));
        return insiders.manager()
                .as(null)
                .send(endpoint.method(), insiders.uri(endpoint, Map.of()), BodyPublishers.ofString(body), all);
    }
}
