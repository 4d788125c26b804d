package io.hengwei.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.shared.Refused;
import jakarta.validation.Validation;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody types as a value is one of the setting, or is refused.
class SettingInputTest {
    private static final Setting<DayOfWeek> DAY = Setting.choice("test.day", DayOfWeek.MONDAY);
    private static final Setting<Duration> IDLE = Setting.duration("test.idle", Duration.ofMinutes(30))
            .unit("min")
            .atLeast(Duration.ofMinutes(1))
            .asProposed();
    private static final Setting<Integer> HOUR =
            Setting.integer("test.hour", 2).between(0, 23).clause("§ 1");
    private static final Setting<String> WORD = Setting.text("test.word", "");
    private static final Setting<Limit> LIMIT =
            Setting.of("test.limit", Setting.Type.LIMIT, Limit.class, Limit.parse("PT8H"));

    private final SettingInput input =
            new SettingInput(Validation.buildDefaultValidatorFactory().getValidator());

    private void refused(Setting<?> setting, Object typed, String why) {
        assertThatThrownBy(() -> input.read(setting, typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @Test
    void aTimeLiesBetweenItsBounds() {
        assertThat(input.read(IDLE, "PT1M")).isEqualTo(Duration.ofMinutes(1));
        for (var typed : new String[] {"PT59S", "PT0S", "-PT1H", "P3651D", "P999999999D"})
            refused(IDLE, typed, "setting-time");
        refused(IDLE, "1e300", "setting-");
    }

    @Test
    void aFigureLiesBetweenItsBounds() {
        assertThat(input.read(HOUR, 23)).isEqualTo(23);
        refused(HOUR, 24, "setting-figure");
        refused(HOUR, -1, "setting-figure");
        refused(HOUR, 2.5, "setting-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "monday", "", "FRIDAYS"})
    void aChoiceIsMadeByName(String typed) {
        refused(DAY, typed, "setting-value");
    }

    @Test
    void noChoiceIsMadeByPlace() {
        assertThat(input.read(DAY, "FRIDAY")).isEqualTo(DayOfWeek.FRIDAY);
        refused(DAY, 0, "setting-value");
    }

    @Test
    void aTextIsShortAndCanBeShown() {
        assertThat(input.read(WORD, "机房 A")).isEqualTo("机房 A");
        refused(WORD, "a\u0000b", "setting-text");
        refused(WORD, "x".repeat(2_001), "setting-text");
    }

    @Test
    void aLimitIsAsLongAsTimeIsKeptAtLeast() {
        assertThat(input.read(LIMIT, "PT0.000001S")).isEqualTo(Limit.parse("PT0.000001S"));
        refused(LIMIT, "PT0.0000001S", "setting-value");
    }
}
