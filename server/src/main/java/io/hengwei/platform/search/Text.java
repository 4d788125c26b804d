package io.hengwei.platform.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text as search sees it: full width is half width, capitals are small, invisible characters are not there.
final class Text {
    private static final String JOINERS = "-_.:/@\\";

    private Text() {}

    /// An unbroken stretch: ideographs, or the parts of a word or code with the signs that join them
    /// (`db-07:9100` has the parts `db`, `07`, `9100`).
    record Run(boolean ideographs, String text, List<String> parts) {}

    static String normalized(String text, int longest) {
        var cut = text.length() <= longest ? text : text.substring(0, longest);
        var folded = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.codePoints()
                .filter(c -> !invisible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static List<Run> runs(String normalized) {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < normalized.length()) {
            int c = normalized.codePointAt(at);
            int end = at + Character.charCount(c);
            if (ideograph(c)) {
                end = endOfIdeographs(normalized, at);
                runs.add(new Run(true, normalized.substring(at, end), List.of()));
            } else if (Character.isLetterOrDigit(c)) {
                end = addCode(runs, normalized, at);
            }
            at = end;
        }
        return runs;
    }

    private static int endOfIdeographs(String text, int from) {
        int at = from;
        while (at < text.length() && ideograph(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int addCode(List<Run> runs, String text, int from) {
        var parts = new ArrayList<String>();
        int part = from;
        int end = endOfWord(text, part);
        parts.add(text.substring(part, end));
        while (end + 1 < text.length() && JOINERS.indexOf(text.charAt(end)) >= 0 && word(text.codePointAt(end + 1))) {
            part = end + 1;
            end = endOfWord(text, part);
            parts.add(text.substring(part, end));
        }
        runs.add(new Run(false, text.substring(from, end), parts));
        return end;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && (word(text.codePointAt(at)) || mark(text.codePointAt(at)))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean word(int c) {
        return Character.isLetterOrDigit(c) && !ideograph(c);
    }

    private static boolean ideograph(int c) {
        if (c < 0x1100) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Character.isLetterOrDigit(c);
            default -> c == 'ー';
        };
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// Zero-width characters, soft hyphens, direction marks, variation selectors.
    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
