package io.hengwei.platform.shared;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the described types exact, so that the web client can be generated from them: nested types carry their owner's
/// name (two modules have
/// a `Resolve`), what is not `@Nullable` is required, ids are UUID strings, and sealed families of commands name their
/// members.
@Configuration(proxyBeanMethods = false)
class OpenApi {

    @Bean
    ModelConverter exactTypes() {
        return new Exact();
    }

    @Bean
    OpenApiCustomizer title() {
        return api -> api.getInfo()
                .title("Hengwei")
                .version("0.1")
                .description("IT operations management: records, clocks, settings, people.");
    }

    private static final class Exact implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            var raw = rawClass(type);
            if (raw != null && TypedId.class.isAssignableFrom(raw) && raw != TypedId.class) return new UUIDSchema();
            if (raw != null
                    && (raw.isRecord() || raw.isInterface())
                    && raw.getName().startsWith("io.hengwei")) type.setName(name(raw));
            if (!chain.hasNext()) return null;
            var schema = chain.next().resolve(type, context, chain);
            if (raw != null && raw.isRecord() && schema != null) require(raw, context, schema);
            return schema;
        }

        private static void require(Class<?> raw, ModelConverterContext context, Schema<?> schema) {
            var model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            if (model == null || model.getProperties() == null) return;
            var required = Arrays.stream(raw.getRecordComponents())
                    .filter(c -> !isNullable(c))
                    .map(RecordComponent::getName)
                    .filter(model.getProperties()::containsKey)
                    .toList();
            model.setRequired(
                    required.isEmpty()
                            ? null
                            : List.copyOf(Set.copyOf(required)).stream()
                                    .sorted()
                                    .toList());
        }

        private static boolean isNullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private static @Nullable Class<?> rawClass(AnnotatedType type) {
            if (type.getType() instanceof Class<?> plain) return plain;
            return type.getType() instanceof com.fasterxml.jackson.databind.JavaType java
                            && java.getContentType() == null
                            && !java.hasGenericTypes()
                    ? java.getRawClass()
                    : null;
        }

        private static String name(Class<?> type) {
            var owner = type.getDeclaringClass();
            return owner == null || type.isAnnotationPresent(JsonTypeInfo.class)
                    ? type.getSimpleName()
                    : name(owner) + type.getSimpleName();
        }
    }
}
