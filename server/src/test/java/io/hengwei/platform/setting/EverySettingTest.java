package io.hengwei.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a module declares can be written and read again.
@HengweiTest
class EverySettingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    DeclaredSettings declared;

    @Test
    void aValueOfEverySettingIsReadAsItWasWritten() {
        assertThat(declared.all()).hasSizeGreaterThan(50).allSatisfy(EverySettingTest::isReadAsWritten);
    }

    /// As `Settings` keeps it: written by the type that the setting declares.
    private static <T> void isReadAsWritten(Setting<T> setting) {
        var written = JSON.writerFor(setting.valueType()).writeValueAsString(setting.standard());
        assertThat(JSON.readValue(written, setting.valueType()))
                .as("%s %s", setting.key(), written)
                .isEqualTo(setting.standard());
    }
}
