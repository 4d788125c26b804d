package io.hengwei.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Whatever the server refuses, it says why: every reason and every problem in the sources has its message.
class RefusalsTest {
    private static final Pattern REASON = Pattern.compile(
            "(?:new Refused|Refused\\.invalid|new Denied)\\(\\s*\"([a-z-]+)\"|super\\(HttpStatus\\.\\w+, \"[a-z-]+\", \"([a-z-]+)\"");
    private static final Pattern PROBLEM = Pattern.compile("super\\(\\s*HttpStatus\\.\\w+,\\s*\"([a-z-]+)\"\\s*[,)]");

    @Test
    void everyReasonHasItsMessage() throws IOException {
        assertThat(found(REASON, "refused.")).isSubsetOf(messages());
    }

    @Test
    void everyProblemHasItsTitle() throws IOException {
        assertThat(found(PROBLEM, "problem.")).isSubsetOf(messages());
    }

    private static Set<String> found(Pattern pattern, String prefix) {
        var keys = new TreeSet<String>();
        for (var file : Sources.below(Sources.MAIN, ".java")) {
            pattern.matcher(Sources.text(file))
                    .results()
                    .forEach(m -> keys.add(prefix + (m.group(1) != null ? m.group(1) : m.group(2))));
        }
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private static Set<String> messages() throws IOException {
        var all = new Properties();
        for (var bundle : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                all.load(reader);
            }
        }
        return all.stringPropertyNames();
    }
}
