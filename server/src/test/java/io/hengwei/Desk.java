package io.hengwei;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// The service desk as a program with a token: whatever it asks, it may ask again under the same key.
record Desk(String token, String unit) {
    static Desk of(NewCompany company) throws Exception {
        return new Desk(company.hire("desk", "DESK_OPERATOR"), company.unit());
    }

    JsonNode open(Product product, String key) throws IOException, InterruptedException {
        return NewCompany.send(product, "/api/intake/desk", keyed(key), """
            {"kind":"FAULT","title":"打印机无法连接","description":"三楼打印机","caller":{"name":"赵六","phone":"8001"},"unit":"%s","channel":"HOTLINE",
             "occurredAt":"2026-01-05T01:00:00Z","impact":"ONE_UNIT","effect":"IMPAIRED","urgency":"MEDIUM","call":{"line":"DESK","startedAt":"2026-01-05T01:00:00Z","minutes":3}}""".formatted(unit));
    }

    void confirm(Product product, String key, JsonNode opened) throws IOException, InterruptedException {
        NewCompany.send(
                product,
                "/api/incidents/" + opened.path("id").asString() + "/commands",
                request -> keyed(key)
                        .apply(request)
                        .header("If-Match", "\"" + opened.path("version").asLong() + "\""),
                "{\"command\":\"Confirm\"}");
    }

    private UnaryOperator<HttpRequest.Builder> keyed(String key) {
        return request -> request.header("Authorization", "Bearer " + token).header("Idempotency-Key", key);
    }
}
