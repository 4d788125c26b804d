package io.hengwei.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What people write reaches the page as text: nothing in the client makes markup or a program of a text.
class MarkupTest {
    private static final Path CLIENT = Path.of("../web/src");
    private static final Pattern OF_TEXT = Pattern.compile(
            "dangerouslySetInnerHTML|\\b(inner|outer)HTML\\b|insertAdjacentHTML|createContextualFragment|DOMParser"
                    + "|document\\.write|\\bsrcDoc\\b|\\beval\\(|new Function\\(|[\"'`]javascript:");

    @Test
    void nothingInTheClientMakesMarkupOfAText() {
        var sources = Stream.of(".ts", ".tsx")
                .flatMap(suffix -> Sources.below(CLIENT, suffix).stream())
                .toList();
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources)
                .noneMatch(file -> OF_TEXT.matcher(Sources.text(file)).find());
    }
}
