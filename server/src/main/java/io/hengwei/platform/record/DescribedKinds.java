package io.hengwei.platform.record;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/// The kernel does not know which kinds of records there are, but who reads the API may: a `kind` that is plain text
/// is one of them.
@Component
class DescribedKinds implements OpenApiCustomizer {
    private static final String NAME = "Kind";
    private final List<String> kinds;

    DescribedKinds(RecordTypes types) {
        kinds = types.all().stream().map(RecordType::kind).sorted().toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        for (Schema<?> schema : schemas.values()) {
            var properties = schema.getProperties();
            if (properties != null) properties.computeIfPresent("kind", (name, kind) -> isText(kind) ? named() : kind);
        }
        schemas.put(NAME, new StringSchema()._enum(kinds));
    }

    private static boolean isText(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains("string");
    }

    private static Schema<?> named() {
        return new Schema<>().$ref(NAME);
    }
}
