package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody with an account who sends over the wire whatever no page would send.
///
/// @param token null for somebody who presents nothing of the kind
record Attacker(String base, @Nullable String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Longer than any answer takes, shorter than what the payloads would make the database sleep.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Words of the inside that an answer must not carry.
    private static final Pattern INSIDE =
            Pattern.compile("PSQLException|SQLState|org\\.postgresql|java\\.lang\\.|\\bat io\\.hengwei|BadSqlGrammar");

    record Answer(int status, String type, String text, HttpResponse<String> whole) {
        JsonNode tree() {
            return JsonMapper.shared().readTree(text);
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /// Either it was done, or a problem says in the one form why not.
        void isOrderly(String what) {
            assertThat(status).as(what + " " + text).isBetween(200, 499);
            assertThat(text).as(what).doesNotContainPattern(INSIDE);
            if (status < 400) return;
            assertThat(type).as(what + " " + status + " " + text).startsWith("application/problem+json");
            assertThat(tree().path("status").asInt()).as(what).isEqualTo(status);
            assertThat(tree().path("code").asString("")).as(what + " " + text).isNotEmpty();
        }

        /// Nothing was done, and a problem says why.
        void isRefused(String what) {
            isOrderly(what);
            assertThat(status).as(what + " " + text).isBetween(400, 499);
        }
    }

    static Attacker of(ApplicationContext context, @Nullable String token) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Attacker("http://127.0.0.1:" + port, token);
    }

    /// The same way, with the credential of somebody else.
    Attacker as(@Nullable String other) {
        return new Attacker(base, other);
    }

    Answer get(String uri) {
        return send("GET", uri, BodyPublishers.noBody(), Map.of());
    }

    Answer json(String method, String uri, Object body) {
        return text(method, uri, JsonMapper.shared().writeValueAsString(body));
    }

    Answer text(String method, String uri, String body) {
        return send(method, uri, BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
    }

    /// Whatever is written is written to version 1, so that only the body can be what is wrong.
    Answer send(String method, String uri, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + uri))
                .timeout(PATIENCE)
                .method(method, body)
                .header("Accept-Language", "en");
        if (!method.equals("GET")) request.header("If-Match", headers.getOrDefault("If-Match", "\"1\""));
        if (token != null) request.header("Authorization", "Bearer " + token);
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(answer.statusCode(), type, answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
