package io.hengwei.platform.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person typed into a search field: words that must all be there, `"in quotes"` with the spaces between them.
/// The tokens choose candidates through the index. Pairs of ideographs may stand apart in a text that `matches` then
/// turns down: it looks for the words themselves.
///
/// @param required tokens that a text must have; empty when nothing was asked
/// @param phrases what must stand in the text as it was typed, case and width aside
public record SearchQuery(Set<String> required, List<String> phrases) {
    private static final int LONGEST = 200;
    private static final int MOST = 24;
    private static final Pattern PHRASE = Pattern.compile("\"([^\"]+)\"|([^\\s\"]+)");

    /// No text has this token: a query of nothing but signs finds nothing rather than everything.
    private static final Set<String> NOTHING = Set.of(" ");

    public static SearchQuery of(@Nullable String typed) {
        var text = Text.normalized(typed == null ? "" : typed, LONGEST);
        var phrases = PHRASE.matcher(text)
                .results()
                .map(found -> spaced(found.group(1) == null ? found.group(2) : found.group(1)))
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .toList();
        return new SearchQuery(phrases.isEmpty() ? Set.of() : required(text), phrases);
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// Whether each phrase stands in one of these texts.
    public boolean matches(String... texts) {
        var normalized = Stream.of(texts)
                .map(text -> spaced(Text.normalized(text, text.length())))
                .toList();
        return phrases.stream().allMatch(phrase -> normalized.stream().anyMatch(text -> text.contains(phrase)));
    }

    private static Set<String> required(String text) {
        var pairs = new LinkedHashSet<String>();
        var singles = new LinkedHashSet<String>();
        for (var run : Text.runs(text)) {
            if (!run.ideographs()) {
                pairs.addAll(Tokens.stretches(
                        run, Math.min(Tokens.STRETCH, run.parts().size())));
            } else if (run.text().codePointCount(0, run.text().length()) == 1) {
                singles.add(run.text());
            } else {
                addPairs(pairs, run.text().codePoints().toArray());
            }
        }
        var chosen = pairs.isEmpty() ? singles : pairs;
        return chosen.isEmpty()
                ? NOTHING
                : Set.copyOf(chosen.stream().limit(MOST).toList());
    }

    private static void addPairs(Set<String> pairs, int[] characters) {
        for (int i = 1; i < characters.length; i++) {
            pairs.add(new String(characters, i - 1, 2));
        }
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
