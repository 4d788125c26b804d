package io.hengwei.platform.setting;

import io.hengwei.platform.shared.NotFound;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/// All settings of all modules, by key.
@Component
class DeclaredSettings {
    private final Map<String, Setting<?>> byKey;

    DeclaredSettings(List<DeclaresSettings> modules) {
        var settings = new TreeMap<String, Setting<?>>();
        modules.stream().flatMap(DeclaredSettings::constants).forEach(setting -> {
            if (settings.put(setting.key(), setting) != null) {
                throw new IllegalStateException("Two settings are called " + setting.key());
            }
        });
        byKey = Collections.unmodifiableMap(settings);
    }

    Collection<Setting<?>> all() {
        return byKey.values();
    }

    Setting<?> get(String key) {
        var setting = byKey.get(key);
        if (setting == null) {
            throw new NotFound(key);
        }
        return setting;
    }

    private static Stream<Setting<?>> constants(DeclaresSettings module) {
        return Stream.of(AopUtils.getTargetClass(module).getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class)
                .map(field -> {
                    try {
                        field.setAccessible(true);
                        return (Setting<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
