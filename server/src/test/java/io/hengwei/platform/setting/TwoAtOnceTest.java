package io.hengwei.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Two people change a rule that both have seen: one of them is told.
@HengweiTest
class TwoAtOnceTest {
    private static final String KEY = "level-report.rules";

    @Autowired
    ApplicationContext context;

    @Autowired
    SettingAdministration settings;

    private Client reader;
    private SettingScope unit;

    @BeforeEach
    void aUnit() {
        var people = new People(context);
        reader = Client.of(context, people.token(people.person(people.root(), "PLATFORM_ADMIN")));
        unit = SettingScope.unit(people.branch().value());
    }

    private long seen() {
        return reader.get("/api/settings/" + KEY + "?scopeKind=UNIT&scopeId=" + unit.id())
                .path("latest")
                .asLong();
    }

    private void change(String role, @Nullable Long seen) {
        var rule = Map.of("levels", List.of("LEVEL_I"), "role", role, "everyLevel", false, "robots", List.of());
        Scope.asSystem(() -> settings.change(KEY, unit, Map.of("rules", List.of(rule)), null, "test", seen));
    }

    @Test
    void whoBuiltOnWhatWasThereBeforeIsToldSo() {
        var seen = seen();
        assertThat(seen).isZero();
        change("EXECUTIVE", seen);
        assertThatThrownBy(() -> change("RISK", seen)).isInstanceOf(Stale.class);
        change("RISK", seen());
        change("AUDIT", null);
        assertThat(seen()).isPositive();
    }

    @Test
    void whoProposesOnWhatWasThereBeforeIsToldSo() {
        var seen = seen();
        change("EXECUTIVE", seen);
        var body = "{\"scopeKind\":\"UNIT\",\"scopeId\":\"%s\",\"reason\":\"test\",\"value\":{\"rules\":[]}}"
                .formatted(unit.id());
        assertThat(reader.put("/api/settings/" + KEY, body, seen)).hasStatus(412);
        assertThat(reader.put("/api/settings/" + KEY, body, seen())).hasStatus2xxSuccessful();
    }

    @Test
    void ofSeveralAtOneMomentOneWrites() {
        var seen = seen();
        var written = Stream.of("EXECUTIVE", "RISK", "AUDIT", "QUALITY")
                .parallel()
                .filter(role -> isWritten(role, seen))
                .count();
        assertThat(written).isEqualTo(1);
    }

    private boolean isWritten(String role, long seen) {
        try {
            change(role, seen);
            return true;
        } catch (Stale e) {
            return false;
        }
    }
}
