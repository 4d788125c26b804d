package io.hengwei.platform.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.passay.PasswordData;
import org.passay.dictionary.ArrayWordList;
import org.passay.dictionary.WordListDictionary;
import org.passay.dictionary.sort.ArraysSort;
import org.passay.rule.DictionaryRule;

/// The dictionary of passwords that are guessed first (`weak-passwords.txt`, where it says where it comes from). A
/// password is weak when it is such a word behind digits, signs and letters dressed up as digits: `P@ssw0rd#2024`.
final class WeakPasswords {
    private static final String LIST = "weak-passwords.txt";
    private static final String DISGUISES = "0134578@$!|";
    private static final String FACES = "oieastbasil";

    private final DictionaryRule words;

    WeakPasswords() {
        try (var list = Objects.requireNonNull(WeakPasswords.class.getResourceAsStream(LIST), LIST);
                var reader = new InputStreamReader(list, StandardCharsets.UTF_8)) {
            var all = reader.readAllLines().stream()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toArray(String[]::new);
            words = new DictionaryRule(new WordListDictionary(new ArrayWordList(all, false, new ArraysSort())), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contain(String password) {
        return undressed(password.toLowerCase(Locale.ROOT)).stream()
                .filter(word -> !word.isEmpty())
                .anyMatch(word -> !words.validate(new PasswordData(word)).isValid());
    }

    /// The word as it stands and as it may have been meant.
    private static Set<String> undressed(String lower) {
        var bare = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        var found = new LinkedHashSet<String>();
        found.add(lower);
        found.add(lettersOf(lower));
        for (var text : List.of(lower, bare)) {
            found.add(lettersOf(folded(text)));
            found.add(lettersOf(folded(text.replace('1', 'l'))));
        }
        return found;
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    private static String folded(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            var disguise = DISGUISES.indexOf(plain.charAt(i));
            if (disguise >= 0) plain.setCharAt(i, FACES.charAt(disguise));
        }
        return plain.toString();
    }
}
