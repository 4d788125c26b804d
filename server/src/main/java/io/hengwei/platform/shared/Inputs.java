package io.hengwei.platform.shared;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// What comes in over HTTP is taken as it was meant or refused: no field is passed over (whoever misspells the limits
/// of a token would get one without), no number stands for a name, no empty text for an id, and times are those that
/// calendars know.
@Configuration(proxyBeanMethods = false)
class Inputs implements WebMvcConfigurer {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Bean
    ServerHttpMessageConvertersCustomizer exactBodies(JsonMapper mapper) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(exact(mapper)));
    }

    private static JsonMapper exact(JsonMapper mapper) {
        return mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(
                        every -> every.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new SimpleModule("times").addDeserializer(Instant.class, new Times()))
                .build();
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Converter<String, Instant>() {
            @Override
            public Instant convert(String text) {
                return instant(text);
            }
        });
    }

    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST))
            throw new IllegalArgumentException(text + " is in no calendar");
        return instant;
    }

    private static final class Times extends StdScalarDeserializer<Instant> {
        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING))
                return (Instant) context.handleUnexpectedToken(getValueType(context), json);
            try {
                return instant(json.getString().strip());
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw context.weirdStringException(json.getString(), Instant.class, String.valueOf(e.getMessage()));
            }
        }
    }
}
