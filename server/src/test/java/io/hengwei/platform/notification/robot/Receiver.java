package io.hengwei.platform.notification.robot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider on this machine, that checks signatures in its own way and answers as it is told to.
final class Receiver implements AutoCloseable {
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    static final String SECRET = "SEC-of-the-test-robot";
    static final String TOKEN = "token-of-the-test-robot";

    private final HttpServer server;
    final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    volatile Answer answer = exchange -> say(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/robot/send", this::receive);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/robot/send?access_token=" + TOKEN;
    }

    List<String> texts() {
        return heard.stream()
                .map(body -> body.path("text").path("content").asString())
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = query(exchange.getRequestURI().getRawQuery());
            var body = exchange.getRequestBody().readAllBytes();
            if (!isSigned(query)) {
                say(exchange, 200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
                return;
            }
            heard.add(JsonMapper.shared().readTree(body));
            answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSigned(Map<String, String> query) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((query.get("timestamp") + "\n" + SECRET).getBytes(StandardCharsets.UTF_8));
            return TOKEN.equals(query.get("access_token"))
                    && Base64.getEncoder().encodeToString(signed).equals(query.get("sign"));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static void say(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
