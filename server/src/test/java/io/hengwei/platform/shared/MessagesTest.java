package io.hengwei.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {
    private final Messages messages = new Messages();

    @Test
    void peopleAreSpokenToInTheirLanguage() {
        var arguments = new Object[] {"incident:open"};
        assertThat(messages.getMessage("problem.forbidden.detail", arguments, Locale.SIMPLIFIED_CHINESE))
                .startsWith("您没有此项权限：incident:open");
        assertThat(messages.getMessage("problem.forbidden.detail", arguments, Locale.US))
                .startsWith("You lack the permission incident:open");
    }

    @Test
    void everyChineseMessageHasItsEnglishOneAndTheOtherWayRound() throws IOException {
        for (var english :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties")) {
            var chinese = english.createRelative(english.getFilename().replace("_en.", "."));
            assertThat(keys(english).stringPropertyNames())
                    .as(english.getFilename())
                    .isEqualTo(keys(chinese).stringPropertyNames());
        }
    }

    private static Properties keys(Resource resource) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
