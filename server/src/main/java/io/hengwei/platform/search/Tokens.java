package io.hengwei.platform.search;

import java.util.LinkedHashSet;
import java.util.Set;

/// What a text can be found by. Ideographs count in pairs (打印机 gives 打印 and 印机), and single ones as well in short
/// texts such as titles. Words are kept as they are. Codes are kept whole and in every stretch of up to four of their
/// parts: `db-07:9100` is found by `db-07`, `07:9100` and `9100`, `INC0000042` also by `0000042` and `42`.
/// Prefixes of words are no tokens. Very long texts are cut: what matters stands in front.
public final class Tokens {
    static final int LONGEST_TOKEN = 64;
    static final int STRETCH = 4;
    private static final int LONGEST_TEXT = 20_000;
    private static final int SHORT_TEXT = 100;
    private static final int MOST = 4_000;

    private final Set<String> found = new LinkedHashSet<>();

    private Tokens() {}

    public static Set<String> of(String... texts) {
        var tokens = new Tokens();
        for (var text : texts) {
            tokens.add(Text.normalized(text, LONGEST_TEXT));
        }
        return tokens.found;
    }

    /// The token of a custom field: `room=b-12`.
    public static String field(String name, String value) {
        return clipped(name + "=" + Text.normalized(value.strip(), LONGEST_TEXT));
    }

    private void add(String text) {
        boolean singles = text.length() <= SHORT_TEXT;
        for (var run : Text.runs(text)) {
            if (found.size() >= MOST) {
                return;
            }
            if (run.ideographs()) {
                pairs(run.text(), singles);
            } else {
                code(run);
            }
        }
    }

    private void pairs(String run, boolean singles) {
        var characters = run.codePoints().toArray();
        for (int i = 0; i < characters.length && found.size() < MOST; i++) {
            if (singles || characters.length == 1) {
                found.add(Character.toString(characters[i]));
            }
            if (i > 0) {
                found.add(new String(characters, i - 1, 2));
            }
        }
    }

    private void code(Text.Run run) {
        found.add(clipped(run.text()));
        for (int length = 1; length <= Math.min(STRETCH, run.parts().size()); length++) {
            found.addAll(stretches(run, length));
        }
        run.parts().forEach(this::numberWithin);
    }

    /// The number in `inc0000042`, and every number without its leading zeros.
    private void numberWithin(String part) {
        int digits = 0;
        while (digits < part.length() && isLetter(part.charAt(digits))) {
            digits++;
        }
        var number = part.substring(digits);
        if (number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        if (digits > 0 && number.length() > 1) {
            found.add(clipped(part.substring(0, digits)));
            found.add(clipped(number));
        }
        var plain = number.replaceFirst("^0+(?=\\d)", "");
        if (digits == 0 || number.length() > 1) {
            found.add(clipped(plain));
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /// Every stretch of so many neighbouring parts, with the signs between them.
    static Set<String> stretches(Text.Run run, int length) {
        var result = new LinkedHashSet<String>();
        var parts = run.parts();
        int start = 0;
        for (int i = 0; i + length <= parts.size() && result.size() < MOST; i++) {
            int end = start + length - 1;
            for (var part : parts.subList(i, i + length)) {
                end += part.length();
            }
            result.add(clipped(run.text().substring(start, end)));
            start += parts.get(i).length() + 1;
        }
        return result;
    }

    static String clipped(String token) {
        return token.codePointCount(0, token.length()) <= LONGEST_TOKEN
                ? token
                : token.substring(0, token.offsetByCodePoints(0, LONGEST_TOKEN));
    }
}
