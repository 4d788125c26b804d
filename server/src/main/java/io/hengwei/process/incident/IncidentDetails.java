package io.hengwei.process.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields for the record page; what is absent is left out.
final class IncidentDetails {
    private final Map<String, Object> values = new LinkedHashMap<>();

    IncidentDetails put(String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
        return this;
    }

    IncidentDetails put(@Nullable Closure closure) {
        if (closure == null) return this;
        return put("resolution", closure.resolution())
                .put("evaluation", closure.evaluation())
                .put("resolvedAt", closure.resolvedAt())
                .put("verifiedAt", closure.verifiedAt())
                .put("closedAt", closure.closedAt())
                .put("archiveNumber", closure.archiveNumber());
    }

    IncidentDetails put(@Nullable Origin origin) {
        if (origin == null) return this;
        return put("source", origin.source())
                .put("externalNumber", origin.externalNumber())
                .put("problemReference", origin.problemReference())
                .put("changeReference", origin.changeReference());
    }

    Map<String, Object> values() {
        return values;
    }
}
