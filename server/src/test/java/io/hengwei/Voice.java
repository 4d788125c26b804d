package io.hengwei;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who talks to the server over HTTP with a token of their own.
record Voice(HttpClient http, String base, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();

    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }

        List<JsonNode> all(String field) {
            return StreamSupport.stream((field.isEmpty() ? body : body.path(field)).spliterator(), false)
                    .toList();
        }
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, Map<String, ?> body, String... headers) {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /// A command on the version that is there now.
    Answer does(String path, String command, Object... fields) {
        return perform(path, get(path).text("version"), command, fields);
    }

    Answer perform(String path, @Nullable String seen, String command, Object... fields) {
        var body = new TreeMap<String, Object>(Map.of("command", command));
        for (int i = 0; i < fields.length; i += 2) body.put(String.valueOf(fields[i]), fields[i + 1]);
        return seen == null
                ? post(path + "/commands", body)
                : post(path + "/commands", body, "If-Match", "\"" + seen + "\"");
    }

    List<String> actions(String path) {
        return get(path).all("actions").stream()
                .map(action -> action.path("command").asString())
                .toList();
    }

    List<String> waiting() {
        return Stream.of(get("/api/my-work"))
                .flatMap(answer -> answer.all("waiting").stream())
                .map(row -> row.path("id").asString())
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
