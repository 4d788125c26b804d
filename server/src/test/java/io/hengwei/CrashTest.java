package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Program and database are killed amid a load of commands; whatever was acknowledged is there exactly once, with row,
/// card, journal, clocks and
/// feed in agreement; whatever was not is done once when it is sent again under its key.
class CrashTest {
    private static final String PASSWORD = "Right!horse7";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean load = new AtomicBoolean(true);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAndNothingIsDoneTwice() throws Exception {
        var product = Product.start(folder.resolve("data"), Map.of());
        try {
            var desk = Desk.on(product);
            try (var clients = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) clients.submit(() -> workAsLongAsPossible(desk));
                while (acknowledged.size() < 150) Thread.sleep(20);
                product.kill();
                load.set(false);
                clients.shutdown();
                assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            product.start();
            for (var key : unanswered)
                acknowledged.put(key, desk.open(key).path("id").asString());
            for (var key : acknowledged.keySet())
                assertThat(desk.open(key).path("id").asString())
                        .as("the same answer for " + key)
                        .isEqualTo(acknowledged.get(key));
            assertThat(acknowledged.values()).doesNotHaveDuplicates();
            settle(product);
            agrees(product);
        } finally {
            product.stop();
        }
    }

    private void workAsLongAsPossible(Desk desk) {
        while (load.get()) {
            var key = UUID.randomUUID().toString();
            try {
                var opened = desk.open(key);
                acknowledged.put(key, opened.path("id").asString());
                desk.confirm(opened);
            } catch (IOException e) {
                if (!acknowledged.containsKey(key)) unanswered.add(key);
                return; // the power is off
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void settle(Product product) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (count(
                            product,
                            "select count(*) from record.journal j where not exists (select 1 from record.journal_position p where p.line = j.id)")
                    == 0) return;
            Thread.sleep(200);
        }
    }

    private void agrees(Product product) throws Exception {
        assertThat(count(product, "select count(*) from incident.incident"))
                .as("every key one record")
                .isEqualTo(acknowledged.size());
        assertThat(count(product, "select count(*) from record.record_card")).isEqualTo(acknowledged.size());
        assertThat(count(product, """
            select count(*) from incident.incident i join record.record_card c on c.id = i.id
            where i.version <> c.version or i.state <> c.state or i.version <> (select count(*) from record.journal j where j.subject = i.id)""")).as("row, card and journal agree").isZero();
        assertThat(
                        count(
                                product,
                                "select count(*) from incident.incident i where (select count(*) from sla.clock k where k.record = i.id) <> 3"))
                .as("clocks")
                .isZero();
        assertThat(
                        count(
                                product,
                                "select count(*) from record.journal j where not exists (select 1 from record.journal_position p where p.line = j.id)"))
                .as("lines without a place")
                .isZero();
        assertThat(count(product, "select coalesce(max(seq), 0) - count(*) from record.journal_position"))
                .as("gaps in the feed")
                .isZero();
    }

    private static long count(Product product, String sql) throws Exception {
        try (var connection = product.database();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /// The desk as a program with a token.
    private record Desk(Product product, String token, String unit) {
        static Desk on(Product product) throws Exception {
            var code = Files.readString(product.data.resolve("setup-code")).strip();
            Session.anonymous(product).post("/api/setup", """
                {"code":"%s","administrators":[%s,%s,%s]}""".formatted(
                            code, administrator("SYSTEM"), administrator("SECURITY"), administrator("AUDIT")));
            var system = Session.open(product, "system");
            var unit = system.get("/api/units").get(0).path("id").asString();
            var security = Session.open(product, "security");
            var person = security.post(
                            "/api/people",
                            "{\"username\":\"desk\",\"name\":\"李服务\",\"unit\":\"%s\",\"password\":\"%s\"}"
                                    .formatted(unit, PASSWORD))
                    .path("id")
                    .asString();
            security.post(
                    "/api/people/" + person + "/grants",
                    "{\"role\":\"DESK_OPERATOR\",\"unit\":\"%s\"}".formatted(unit));
            var token = security.post("/api/people/" + person + "/tokens", "{\"name\":\"load\"}")
                    .path("token")
                    .asString();
            return new Desk(product, token, unit);
        }

        private static String administrator(String kind) {
            return "{\"kind\":\"%s\",\"username\":\"%s\",\"name\":\"王%s\",\"password\":\"%s\"}"
                    .formatted(kind, kind.toLowerCase(java.util.Locale.ROOT), kind, PASSWORD);
        }

        JsonNode open(String key) throws IOException, InterruptedException {
            return send(
                    product,
                    "/api/intake/desk",
                    r -> r.header("Authorization", "Bearer " + token).header("Idempotency-Key", key),
                    """
                {"kind":"FAULT","title":"打印机无法连接","description":"三楼打印机","caller":{"name":"赵六","phone":"8001"},"unit":"%s","channel":"HOTLINE",
                 "occurredAt":"2026-01-05T01:00:00Z","impact":"ONE_UNIT","effect":"IMPAIRED","urgency":"MEDIUM","call":{"line":"DESK","startedAt":"2026-01-05T01:00:00Z","minutes":3}}""".formatted(unit));
        }

        void confirm(JsonNode opened) throws IOException, InterruptedException {
            send(
                    product,
                    "/api/incidents/" + opened.path("id").asString() + "/commands",
                    r -> r.header("Authorization", "Bearer " + token)
                            .header("If-Match", "\"" + opened.path("version").asLong() + "\""),
                    "{\"command\":\"Confirm\"}");
        }
    }

    private record Session(Product product, String cookies, String csrf) {
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
            assertThat(in.statusCode()).as(in.body()).isEqualTo(204);
            return new Session(
                    product,
                    anonymous.cookies() + "; HENGWEI_SESSION=" + cookie(in, "HENGWEI_SESSION"),
                    anonymous.csrf());
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

    private static JsonNode send(
            Product product, String path, java.util.function.UnaryOperator<HttpRequest.Builder> with, String body)
            throws IOException, InterruptedException {
        var request = product.request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        var response = product.http.send(with.apply(request).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 == 5) throw new IOException(response.body());
        assertThat(response.statusCode()).as(path + " " + response.body()).isBetween(200, 299);
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }
}
