package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.edge.RateLimits;
import io.hengwei.platform.identity.People;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/// What every answer says to a browser, and what no request may be.
@HengweiTest
class EdgeTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @Test
    void everyAnswerTellsTheBrowserWhatItMustNotDo() {
        var answer = http.get().uri("/api/setup").secure(true).exchange().getResponse();
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(http.get().uri("/api/setup").exchange().getResponse().getHeader("Strict-Transport-Security"))
                .as("nothing promised where there is no TLS")
                .isNull();
    }

    @Test
    void theLimitOfRequestsStandsBehindWhoeverKnowsWhoAsks() {
        var filters = context.getBean(SecurityFilterChain.class).getFilters().stream()
                .filter(OncePerRequestFilter.class::isInstance)
                .map(filter -> filter.getClass().getSimpleName())
                .toList();
        assertThat(filters).containsSubsequence("CredentialFilter", RateLimits.class.getSimpleName());
    }

    @Test
    void jsonThatIsTooDeepOrTooLargeIsRefused() {
        var people = new People(context);
        var session = people.session(people.person(people.root(), "OPS_MANAGER"));
        assertThat(http.post()
                        .uri("/api/incidents")
                        .cookie(session)
                        .with(People.csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"" + "x".repeat(1_200_000) + "\"}")
                        .exchange())
                .hasStatus(413)
                .bodyText()
                .contains("too-large");
        var deep = "[".repeat(200) + "]".repeat(200);
        assertThatThrownBy(() -> json.readTree(deep)).isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET /api/setup HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(40_000) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 400");
        }
    }
}
