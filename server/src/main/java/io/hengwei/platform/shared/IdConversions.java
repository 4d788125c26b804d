package io.hengwei.platform.shared;

import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/// Typed ids in SQL and in URLs: one converter each way.
final class IdConversions {
    private IdConversions() {}

    @WritingConverter
    enum ToUuid implements Converter<TypedId, UUID> {
        INSTANCE;

        @Override
        public UUID convert(TypedId id) {
            return id.value();
        }
    }

    @ReadingConverter
    enum FromUuid implements ConverterFactory<UUID, TypedId> {
        INSTANCE;

        @Override
        public <T extends TypedId> Converter<UUID, T> getConverter(Class<T> type) {
            return value -> build(type, value);
        }
    }

    enum FromText implements ConverterFactory<String, TypedId> {
        INSTANCE;

        @Override
        public <T extends TypedId> Converter<String, T> getConverter(Class<T> type) {
            return text -> build(type, UUID.fromString(text));
        }
    }

    private static <T extends TypedId> T build(Class<T> type, UUID value) {
        try {
            var constructor = type.getDeclaredConstructor(UUID.class);
            constructor.setAccessible(true);
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no typed id", e);
        }
    }
}
