package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a password must be: long enough, of letters, digits and special characters, and not one that is guessed first.
final class PasswordRules {
    private static final int LONGEST_BYTES = 72; // bcrypt reads no further
    private static final int LONGEST_RUN = 4;
    private static final Set<String> GUESSED_FIRST = Set.of(
            "password",
            "passw",
            "admin",
            "administrator",
            "root",
            "qwerty",
            "qwert",
            "welcome",
            "letmein",
            "iloveyou",
            "abc",
            "test",
            "hengwei",
            "mima",
            "woaini");

    private PasswordRules() {}

    static void check(String password, @Nullable String username, int shortest) {
        if (password.codePointCount(0, password.length()) < shortest)
            throw Refused.invalid("password-short", shortest).at("password");
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES)
            throw Refused.invalid("password-long", LONGEST_BYTES).at("password");
        if (!hasThreeKinds(password)) throw Refused.invalid("password-kinds").at("password");
        var lower = password.toLowerCase(Locale.ROOT);
        if (username != null && username.length() > 2 && lower.contains(username.toLowerCase(Locale.ROOT)))
            throw Refused.invalid("password-username").at("password");
        if (isWeak(lower)) throw Refused.invalid("password-weak").at("password");
    }

    private static boolean hasThreeKinds(String password) {
        return password.chars().anyMatch(Character::isLetter)
                && password.chars().anyMatch(Character::isDigit)
                && password.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && !Character.isISOControl(c));
    }

    private static boolean isWeak(String lower) {
        var letters =
                lower.replace('0', 'o').replace('@', 'a').replace('$', 's').replaceAll("[^\\p{L}]", "");
        return GUESSED_FIRST.contains(letters)
                || longestRun(lower, 0) > LONGEST_RUN
                || longestRun(lower, 1) > LONGEST_RUN
                || longestRun(lower, -1) > LONGEST_RUN;
    }

    /// The longest stretch in which each character follows the one before by `step`: `aaaa`, `1234`, `dcba`.
    private static int longestRun(String text, int step) {
        int longest = 1;
        int run = 1;
        for (int i = 1; i < text.length(); i++) {
            run = text.charAt(i) - text.charAt(i - 1) == step ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
