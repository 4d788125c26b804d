package io.hengwei.platform.setting;

import io.hengwei.platform.shared.Refused;
import jakarta.validation.Validator;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the value of a setting as it was typed, exactly: what is no value of its type is refused, with the place.
@Component
class SettingInput {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final Validator validator;

    SettingInput(Validator validator) {
        this.validator = validator;
    }

    <T> T read(Setting<T> setting, Object typed) {
        var value = parsed(setting, typed);
        if (value instanceof Integer figure && figure < 0 || value instanceof Duration span && span.isNegative())
            throw Refused.invalid("setting-negative").at("value");
        for (var violation : validator.validate(value))
            throw Refused.invalid("setting-broken", violation.getMessage()).at("value." + violation.getPropertyPath());
        return value;
    }

    private static <T> T parsed(Setting<T> setting, Object typed) {
        try {
            var value = JSON.convertValue(typed, setting.valueType());
            if (value != null) return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw Refused.invalid("setting-value", String.valueOf(typed)).at("value");
        }
        throw Refused.invalid("setting-value", String.valueOf(typed)).at("value");
    }
}
