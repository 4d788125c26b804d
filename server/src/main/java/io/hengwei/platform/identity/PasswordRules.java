package io.hengwei.platform.identity;

import io.hengwei.platform.identity.PasswordSettings.Kind;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passay.PasswordData;
import org.passay.data.EnglishSequenceData;
import org.passay.rule.AllowedRegexRule;
import org.passay.rule.IllegalSequenceRule;
import org.passay.rule.LengthRule;
import org.passay.rule.RepeatCharactersRule;
import org.passay.rule.Rule;
import org.passay.rule.UsernameRule;
import org.springframework.stereotype.Component;

/// What a password must be: long enough, of the kinds of characters demanded, without sequences, without the name of
/// its person, and none that is guessed first. The rules are Passay's, the figures settings.
@Component
class PasswordRules {
    private static final int LONGEST_BYTES = 72; // bcrypt reads no further
    private static final int SHORTEST_RUN = 3; // what Passay takes for a sequence at least
    private static final int SHORTEST_NAME = 3;
    private static final Rule LETTERS = new AllowedRegexRule("\\p{L}");
    private static final Rule DIGITS = new AllowedRegexRule("\\p{Nd}");
    private static final Rule SPECIAL = new AllowedRegexRule("[^\\p{L}\\p{Nd}\\p{Cc}]");
    private static final Rule NAME = new UsernameRule(true, true);
    private static final WeakPasswords WEAK = new WeakPasswords();

    private final Settings settings;

    PasswordRules(Settings settings) {
        this.settings = settings;
    }

    /// @param name the person's real name
    void check(String password, @Nullable String username, String name) {
        var shortest = settings.value(PasswordSettings.SHORTEST);
        if (breaks(new LengthRule(shortest, Integer.MAX_VALUE), password))
            throw Refused.invalid("password-short", shortest).at("password");
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES)
            throw Refused.invalid("password-long", LONGEST_BYTES).at("password");
        settings.value(PasswordSettings.KINDS).kinds().forEach(kind -> requireKind(kind, password));
        if (username != null && names(password, username))
            throw Refused.invalid("password-username").at("password");
        if (partsOf(name).anyMatch(part -> names(password, part)))
            throw Refused.invalid("password-name").at("password");
        if (hasRun(password, Math.max(SHORTEST_RUN, settings.value(PasswordSettings.LONGEST_RUN) + 1)))
            throw Refused.invalid("password-run").at("password");
        if (WEAK.contain(password)) throw Refused.invalid("password-weak").at("password");
    }

    private static void requireKind(Kind kind, String password) {
        switch (kind) {
            case LETTERS -> {
                if (breaks(LETTERS, password))
                    throw Refused.invalid("password-letters").at("password");
            }
            case DIGITS -> {
                if (breaks(DIGITS, password))
                    throw Refused.invalid("password-digits").at("password");
            }
            case SPECIAL -> {
                if (breaks(SPECIAL, password))
                    throw Refused.invalid("password-special").at("password");
            }
        }
    }

    /// A Chinese name is short and stands as a whole; of a foreign one each part counts.
    private static Stream<String> partsOf(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .filter(part ->
                        part.length() >= SHORTEST_NAME || part.codePoints().anyMatch(Character::isIdeographic));
    }

    private static boolean names(String password, String name) {
        var tooShort = name.length() < SHORTEST_NAME && name.codePoints().noneMatch(Character::isIdeographic);
        return !tooShort
                && !NAME.validate(new PasswordData(name.toLowerCase(Locale.ROOT), password.toLowerCase(Locale.ROOT)))
                        .isValid();
    }

    private static boolean hasRun(String password, int length) {
        return breaks(new RepeatCharactersRule(length), password)
                || Stream.of(EnglishSequenceData.values())
                        .anyMatch(data -> breaks(new IllegalSequenceRule(data, length), password));
    }

    private static boolean breaks(Rule rule, String password) {
        return !rule.validate(new PasswordData(password)).isValid();
    }
}
