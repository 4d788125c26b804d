package io.hengwei.platform.identity;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Accounts are of real persons under their real names. What the system itself founds is not asked.
@Component
class RealNames {
    private final Settings settings;

    RealNames(Settings settings) {
        this.settings = settings;
    }

    void require(String name) {
        if (Scope.current().me().equals(Scope.SYSTEM)) return;
        var letters = letters(name);
        var generic = settings.value(AccountSettings.GENERIC_NAMES).names();
        if (letters.isEmpty() || generic.stream().anyMatch(one -> letters(one).equals(letters)))
            throw Refused.invalid("generic-name", name.strip()).at("name");
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
