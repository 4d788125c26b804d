import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A signed-in person: session cookie and CSRF token, as a browser has them.
final class Session {
    static final String PASSWORD = "Right!horse7";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final String cookies;
    private final String csrf;
    private final String token;

    private Session(String base, String cookies, String csrf, String token) {
        this.base = base;
        this.cookies = cookies;
        this.csrf = csrf;
        this.token = token;
    }

    /// The same person as a program has them: by a token.
    Session program(Product product) throws Exception {
        return new Session(base, "", "", post("/api/me/tokens", "{\"name\":\"bench\"}").path("token").asString());
    }

    static Session anonymous(Product product) throws Exception {
        var first = HTTP.send(HttpRequest.newBuilder(URI.create(product.url() + "/api/setup")).build(), BodyHandlers.ofString());
        var csrf = cookie(first, "XSRF-TOKEN");
        return new Session(product.url(), "XSRF-TOKEN=" + csrf, csrf, "");
    }

    static Session of(Product product, String username) throws Exception {
        var anonymous = anonymous(product);
        var in = anonymous.send("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
        return anonymous.signedIn(in).finished();
    }

    /// Does what is left to do before anything is open.
    private Session finished() throws Exception {
        var session = this;
        return switch (JSON.readTree(HTTP.send(request("/api/me").build(), BodyHandlers.ofString()).body()).path("code").asString("")) {
            case "conduct-consent-required" -> session.signedIn(session.send("/api/me/conduct", "{\"version\":%d}".formatted(get("/api/me/conduct").path("version").asInt()))).finished();
            case "password-expired" -> session.signedIn(session.put("/api/me/password", "{\"old\":\"%s\",\"password\":\"Own!%s\"}".formatted(PASSWORD, PASSWORD))).finished();
            case "second-factor-required" -> session.signedIn(session.put("/api/me/second-factor", "{\"code\":\"%s\"}".formatted(code(session.post("/api/me/second-factor", "").path("secret").asString())))).finished();
            default -> session;
        };
    }

    private Session signedIn(HttpResponse<?> answer) {
        return new Session(base, "XSRF-TOKEN=" + csrf + "; HENGWEI_SESSION=" + cookie(answer, "HENGWEI_SESSION"), csrf, "");
    }

    /// Changes what was seen in this version.
    JsonNode put(String path, long seen, String body) throws IOException, InterruptedException {
        var request = request(path).header("If-Match", "\"" + seen + "\"").PUT(BodyPublishers.ofString(body)).build();
        return JSON.readTree(checked(path, HTTP.send(request, BodyHandlers.ofString())).body());
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return checked(path, HTTP.send(request(path).PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    /// What an authenticator app shows now (RFC 6238).
    private static String code(String secret) throws GeneralSecurityException {
        var bits = secret.chars().mapToObj(c -> Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)).substring(1)).collect(Collectors.joining());
        var key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "RAW"));
        var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(System.currentTimeMillis() / 30_000).array());
        return "%06d".formatted((ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff) % 1_000_000);
    }

    private static String cookie(HttpResponse<?> response, String name) {
        return response.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith(name + "=")).map(c -> c.substring(name.length() + 1, c.indexOf(';'))).findFirst().orElseThrow();
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        var text = send(path, body).body();
        return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    /// What the measured loops call: nothing is parsed here.
    String text(String path) throws IOException, InterruptedException {
        return checked(path, HTTP.send(request(path).GET().build(), BodyHandlers.ofString())).body();
    }

    HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return checked(path, HTTP.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    private static HttpResponse<String> checked(String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
        return response;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json").header("Accept-Language", "zh-CN")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return token.isEmpty() ? request.header("Cookie", cookies).header("X-XSRF-TOKEN", csrf) : request.header("Authorization", "Bearer " + token);
    }
}
