package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.notification.NotificationSettings.WakingLevel;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Nobody is written to at night for what can wait until the morning.
@HengweiTest
class QuietHoursTest {
    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-27T14:00:00Z");
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-27T03:00:00Z");
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T01:00:00Z");

    @Autowired
    ApplicationContext context;

    private Audience audience;

    @BeforeEach
    void somebodyInABranch() {
        audience = new Audience(context);
    }

    private void within(String calendar) {
        here(NotificationSettings.HOURS, calendar);
    }

    private <T> void here(Setting<T> setting, T value) {
        Scope.asSystem(() ->
                audience.transactions.executeWithoutResult(ignored -> context.getBean(SettingAdministration.class)
                        .change(setting, SettingScope.unit(audience.branch.value()), value, null, "test")));
    }

    private Instant after(@Nullable String level, Instant now) {
        return Scope.asSystem(
                () -> audience.transactions.execute(ignored -> audience.quiet.after(audience.branch, level, now)));
    }

    @Test
    void withoutACalendarItGoesOutAtOnce() {
        assertThat(after("LEVEL_IV", FRIDAY_NIGHT)).isEqualTo(FRIDAY_NIGHT);
    }

    @Test
    void whatCanWaitWaitsForTheNextHoursOfTheUnit() {
        within("STANDARD");
        assertThat(after("LEVEL_III", FRIDAY_NIGHT)).isBetween(MONDAY_MORNING, MONDAY_MORNING.plusMillis(1));
        assertThat(after(null, FRIDAY_NIGHT)).isAfterOrEqualTo(MONDAY_MORNING);
        assertThat(after("LEVEL_III", FRIDAY_NOON)).isEqualTo(FRIDAY_NOON);
    }

    @Test
    void aGraveFaultWakesPeopleAndACalendarNobodyHasDelaysNothing() {
        within("STANDARD");
        assertThat(after("LEVEL_I", FRIDAY_NIGHT)).isEqualTo(FRIDAY_NIGHT);
        assertThat(after("LEVEL_II", FRIDAY_NIGHT)).isEqualTo(FRIDAY_NIGHT);
        here(NotificationSettings.WAKING_LEVEL, WakingLevel.LEVEL_I);
        assertThat(after("LEVEL_I", FRIDAY_NIGHT)).isEqualTo(FRIDAY_NIGHT);
        assertThat(after("LEVEL_II", FRIDAY_NIGHT)).isAfterOrEqualTo(MONDAY_MORNING);
        here(NotificationSettings.WAKING_LEVEL, WakingLevel.NONE);
        assertThat(after("LEVEL_I", FRIDAY_NIGHT)).isAfterOrEqualTo(MONDAY_MORNING);
        within("NOBODYS");
        assertThat(after("LEVEL_III", FRIDAY_NIGHT)).isEqualTo(FRIDAY_NIGHT);
    }
}
