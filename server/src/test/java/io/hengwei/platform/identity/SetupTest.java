package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Hengwei;
import io.hengwei.HengweiTest;
import io.hengwei.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A new installation, over HTTP, from its first start to the first sign-in.
class SetupTest {
    private static final String THREE = """
        {"code":"%s","administrators":[
        {"kind":"SYSTEM","username":"sys","name":"张一","password":"Right!horse7"},
        {"kind":"SECURITY","username":"sec","name":"李二","password":"Right!horse8"},
        {"kind":"AUDIT","username":"%s","name":"王三","password":"Right!horse9"}]}""";

    @TempDir
    static Path data;

    static TestDatabase database;
    static ConfigurableApplicationContext program;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        program = new SpringApplicationBuilder(Hengwei.class)
                .initializers(context -> HengweiTest.OnClone.properties(database)
                        .and("hengwei.data=" + data, "server.port=0")
                        .applyTo(context))
                .run();
    }

    @AfterAll
    static void stop() {
        program.close();
        database.close();
    }

    @Test
    void threePersonsTakeOverWithTheCodeAndNobodyAfterThem() throws Exception {
        assertThat(get("/api/setup").body()).contains("\"needed\":true");
        var file = data.resolve("setup-code");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var code = Files.readString(file).strip();
        assertThat(post("/api/setup", THREE.formatted("AAAAA-BBBBB-CCCCC-DDDDD", "aud"))
                        .body())
                .contains("setup-code");
        assertThat(post("/api/setup", THREE.formatted(code, "SEC")).body()).contains("setup-three");
        assertThat(post("/api/setup", THREE.formatted(code, "aud").replace("Right!horse9", "simple"))
                        .body())
                .contains("\"status\":400", "\"field\":\"administrators[2].password\"");
        assertThat(get("/api/setup").body()).as("all or nothing").contains("\"needed\":true");
        assertThat(post("/api/setup", THREE.formatted(code, "aud")).statusCode())
                .isEqualTo(204);
        assertThat(get("/api/setup").body()).contains("\"needed\":false");
        assertThat(file).doesNotExist();
        assertThat(post("/api/setup", THREE.formatted(code, "aud")).statusCode())
                .isEqualTo(409);
        assertThat(post("/api/session", "{\"username\":\"SEC\",\"password\":\"Right!horse8\"}")
                        .body())
                .contains("\"next\":\"FACTOR\"");
        assertThat(get("/api/me").body()).contains("second-factor-required");
        var offer = post("/api/me/second-factor", "").body();
        var secret = offer.replaceAll("(?s).*\"secret\":\"(\\w+)\".*", "$1");
        var kept = put("/api/me/second-factor", "{\"code\":\"%s\"}".formatted(Totp.code(secret, Instant.now())))
                .body();
        assertThat(kept).contains("\"codes\"");
        agreeToTheRulesOfConduct();
        assertThat(get("/api/me").body())
                .contains("\"USER_ADMIN\"", "\"grant:manage\"", "总部")
                .doesNotContain("incident:");
        aNewVersionAsksAgain(kept.replaceAll("(?s).*\"codes\":\\[\"([^\"]+)\".*", "$1"));
    }

    private void agreeToTheRulesOfConduct() throws Exception {
        assertThat(get("/api/me").body()).contains("conduct-consent-required");
        assertThat(post("/api/me/tokens", "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(get("/api/me/conduct").body()).contains("\"version\":1", "密码由本人设置");
        assertThat(post("/api/me/conduct", "{\"version\":7}").body()).contains("conduct-outdated");
        assertThat(post("/api/me/conduct", "{\"version\":1}").statusCode()).isEqualTo(204);
    }

    private void aNewVersionAsksAgain(String recoveryCode) throws Exception {
        assertThat(get("/api/conduct-consents?missing=true").body())
                .contains("张一")
                .doesNotContain("李二");
        assertThat(post("/api/conduct-rules", "{\"textZh\":\"新规\",\"textEn\":\"new\"}")
                        .body())
                .contains("\"version\":2");
        assertThat(get("/api/conduct-consents?missing=true").body()).contains("张一", "李二");
        assertThat(get("/api/me").statusCode()).as("from the next sign-in on").isEqualTo(200);
        var again = "{\"username\":\"sec\",\"password\":\"Right!horse8\",\"code\":\"%s\"}".formatted(recoveryCode);
        assertThat(post("/api/session", again).body()).contains("\"next\":\"CONDUCT\"");
        assertThat(post("/api/me/conduct", "{\"version\":2}").statusCode()).isEqualTo(204);
        assertThat(get("/api/me").statusCode()).isEqualTo(200);
        assertThat(get("/api/conduct-consents").body()).contains("\"current\":true", "127.0.0.1");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var csrf = cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:"
                + ((WebServerApplicationContext) program).getWebServer().getPort() + path);
    }
}
