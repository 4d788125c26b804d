package io.hengwei.platform.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What the server itself says to people (problems, e-mails, headings of exported lists):
/// `messages/<module>.properties` in Chinese, `messages/<module>_en.properties` in English. Every module has its own
/// pair; all of them are found by themselves.
final class Messages extends ResourceBundleMessageSource {
    Messages() {
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
        setBasenames(bundles().toArray(String[]::new));
    }

    private static Stream<String> bundles() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .filter(name -> !name.endsWith("_en.properties"))
                    .map(name -> "messages." + name.substring(0, name.lastIndexOf('.')))
                    .distinct()
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
