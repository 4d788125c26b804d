package io.hengwei.platform.setting;

import io.hengwei.platform.shared.Refused;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.regex.Pattern;
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

    private static final int LONGEST = 2_000;
    private static final Pattern SOME_WORDS = Pattern.compile("\\P{Cntrl}{0," + LONGEST + "}");

    private final Validator validator;

    SettingInput(Validator validator) {
        this.validator = validator;
    }

    <T> T read(Setting<T> setting, Object typed) {
        var value = parsed(setting, typed);
        requireWithin(setting, value);
        if (value instanceof String text && !SOME_WORDS.matcher(text).matches())
            throw Refused.invalid("setting-text", LONGEST).at("value");
        for (var violation : validator.validate(value))
            throw Refused.invalid("setting-broken", violation.getMessage()).at("value." + violation.getPropertyPath());
        return value;
    }

    private static void requireWithin(Setting<?> setting, Object value) {
        if (value instanceof Integer figure
                && setting.least() instanceof Integer least
                && setting.most() instanceof Integer most
                && (figure < least || figure > most))
            throw Refused.invalid("setting-figure", least, most).at("value");
        if (value instanceof Duration time
                && setting.least() instanceof Duration least
                && setting.most() instanceof Duration most
                && (time.compareTo(least) < 0 || time.compareTo(most) > 0))
            throw Refused.invalid("setting-time", least.toMinutes(), most.toDays())
                    .at("value");
    }

    private static <T> T parsed(Setting<T> setting, Object typed) {
        // A number is no name: Jackson would take the place in the list.
        if (setting.type() == Setting.Type.CHOICE && !setting.choices().contains(typed))
            throw Refused.invalid("setting-value", String.valueOf(typed)).at("value");
        try {
            var value = JSON.convertValue(typed, setting.valueType());
            if (value != null) return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw Refused.invalid("setting-value", String.valueOf(typed)).at("value");
        }
        throw Refused.invalid("setting-value", String.valueOf(typed)).at("value");
    }
}
