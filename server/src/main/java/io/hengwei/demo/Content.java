package io.hengwei.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the demo company is made of, read once.
@Demo
@Component
class Content {
    private final Charter charter;
    private final List<Matter> matters;
    private final List<Chore> chores;

    Content(JsonMapper json) {
        charter = read(json, "company", Charter.class);
        matters = List.of(read(json, "matters", Matter[].class));
        chores = List.of(read(json, "chores", Chore[].class));
    }

    private static <T> T read(JsonMapper json, String name, Class<T> type) {
        try (var stream = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Charter charter() {
        return charter;
    }

    List<Matter> matters() {
        return matters;
    }

    List<Chore> chores() {
        return chores;
    }
}
