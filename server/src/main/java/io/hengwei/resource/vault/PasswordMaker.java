package io.hengwei.resource.vault;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/// Makes strong passwords, of characters that nobody mistakes when reading them off a screen, and judges typed ones.
@Component
class PasswordMaker {
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final int LONGEST = 10_000;

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();

    PasswordMaker(Settings settings) {
        this.settings = settings;
    }

    String make() {
        var specials = settings.value(VaultSettings.MADE_SPECIALS).strip();
        var kinds = specials.isEmpty() ? List.of(UPPER, LOWER, DIGITS) : List.of(UPPER, LOWER, DIGITS, specials);
        var all = String.join("", kinds);
        var length = Math.max(settings.value(VaultSettings.MADE_LENGTH), settings.value(VaultSettings.SHORTEST));
        var characters = new ArrayList<Character>();
        kinds.forEach(kind -> characters.add(one(kind)));
        while (characters.size() < length) characters.add(one(all));
        Collections.shuffle(characters, random);
        var made = new StringBuilder();
        characters.forEach(made::append);
        return made.toString();
    }

    void check(String typed) {
        var shortest = settings.value(VaultSettings.SHORTEST);
        if (typed.isBlank() || typed.codePointCount(0, typed.length()) < shortest)
            throw Refused.invalid("secret-short", shortest).at("secret");
        if (typed.length() > LONGEST || typed.indexOf('\0') >= 0)
            throw Refused.invalid("secret-long", LONGEST).at("secret");
    }

    private char one(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
