package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import com.bastiaanjansen.otp.TOTPGenerator;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A company in a product that has just been installed: three administrators, one unit, and whoever is hired.
record NewCompany(Session security, String unit) {
    private static final String PASSWORD = "Right!horse7";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static NewCompany in(Product product) throws Exception {
        var code = Files.readString(product.data.resolve("setup-code")).strip();
        Session.anonymous(product).post("/api/setup", """
            {"code":"%s","administrators":[%s,%s,%s]}""".formatted(
                        code, administrator("SYSTEM"), administrator("SECURITY"), administrator("AUDIT")));
        var unit = Session.open(product, "system")
                .get("/api/units")
                .get(0)
                .path("id")
                .asString();
        return new NewCompany(Session.open(product, "security"), unit);
    }

    private static String administrator(String kind) {
        return "{\"kind\":\"%s\",\"username\":\"%s\",\"name\":\"王%s\",\"password\":\"%s\"}"
                .formatted(kind, kind.toLowerCase(Locale.ROOT), kind, PASSWORD);
    }

    /// A person with this role in the unit, and a token of that person.
    String hire(String username, String role) throws Exception {
        var person = security.post(
                        "/api/people",
                        "{\"username\":\"%s\",\"name\":\"李%s\",\"email\":\"%s@example.org\",\"unit\":\"%s\",\"password\":\"%s\"}"
                                .formatted(username, username, username, unit, PASSWORD))
                .path("id")
                .asString();
        security.post("/api/people/" + person + "/grants", "{\"role\":\"%s\",\"unit\":\"%s\"}".formatted(role, unit));
        return security.post("/api/people/" + person + "/tokens", "{\"name\":\"test\"}")
                .path("token")
                .asString();
    }

    /// What a program asks with a token. `IOException` when nothing was answered, or that it should come again.
    static JsonNode send(Product product, String path, UnaryOperator<HttpRequest.Builder> with, String body)
            throws IOException, InterruptedException {
        var request = product.request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        var response = product.http.send(with.apply(request).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 503) throw new IOException(response.body());
        assertThat(response.statusCode()).as(path + " " + response.body()).isBetween(200, 299);
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    /// A person at a browser.
    record Session(Product product, String cookies, String csrf) {
        static Session anonymous(Product product) throws Exception {
            var first = product.http.send(product.request("/api/setup").build(), HttpResponse.BodyHandlers.ofString());
            var csrf = cookie(first, "XSRF-TOKEN");
            return new Session(product, "XSRF-TOKEN=" + csrf, csrf);
        }

        static Session open(Product product, String user) throws Exception {
            var anonymous = anonymous(product);
            var body = HttpRequest.BodyPublishers.ofString(
                    "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, PASSWORD));
            var in = product.http.send(
                    anonymous.with(product.request("/api/session")).POST(body).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
            return anonymous.signedIn(in).finished();
        }

        /// Does what is left to do before anything is open.
        private Session finished() throws Exception {
            return switch (get("/api/me").path("code").asString("")) {
                case "second-factor-required" -> withSecondFactor().finished();
                case "conduct-consent-required" -> withConduct().finished();
                default -> this;
            };
        }

        private Session withConduct() throws Exception {
            var version = get("/api/me/conduct").path("version").asInt();
            var answer = product.http.send(
                    with(product.request("/api/me/conduct"))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"version\":%d}".formatted(version)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            return signedIn(answer);
        }

        private Session signedIn(HttpResponse<?> answer) {
            return new Session(
                    product, "XSRF-TOKEN=" + csrf + "; HENGWEI_SESSION=" + cookie(answer, "HENGWEI_SESSION"), csrf);
        }

        /// An administrator sets up what the role demands.
        private Session withSecondFactor() throws Exception {
            var secret = post("/api/me/second-factor", "").path("secret").asString();
            var code = TOTPGenerator.withDefaultValues(secret.getBytes(StandardCharsets.US_ASCII))
                    .now();
            var answer = product.http.send(
                    with(product.request("/api/me/second-factor"))
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"code\":\"%s\"}".formatted(code)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return signedIn(answer);
        }

        private HttpRequest.Builder with(HttpRequest.Builder request) {
            return request.header("Cookie", cookies).header("X-XSRF-TOKEN", csrf);
        }

        private static String cookie(HttpResponse<?> response, String name) {
            return response.headers().allValues("Set-Cookie").stream()
                    .filter(c -> c.startsWith(name + "="))
                    .map(c -> c.substring(name.length() + 1, c.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
        }

        JsonNode post(String path, String body) throws Exception {
            return send(product, path, this::with, body);
        }

        JsonNode get(String path) throws Exception {
            return JSON.readTree(product.http
                    .send(product.request(path).header("Cookie", cookies).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }
}
