package io.hengwei.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hengwei.platform.setting.SettingScope.Kind;
import io.hengwei.platform.setting.SettingValues.Author;
import io.hengwei.platform.setting.SettingValues.Value;
import io.hengwei.platform.shared.As;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class SettingControllerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-06T08:00:00Z"), ZoneOffset.UTC);
    private static final UUID BRANCH = new UUID(1, 1);

    static final class Declared implements DeclaresSettings {
        static final Setting<Duration> LIMIT = Setting.duration("test.limit", Duration.ofHours(8))
                .clause("001-1 §7.1")
                .asProposed()
                .scopes(Kind.UNIT);
        static final Setting<Integer> SIZE = Setting.integer("test.size", 50).unit("MB");
    }

    private final SettingValues table = mock();
    private final MockMvcTester http = MockMvcTester.of(
            List.of(controller()),
            builder -> builder.addFilters(As.somebodyWith("setting:read")).build());

    private SettingController controller() {
        ScopeParents units = mock();
        when(units.kind()).thenReturn(Kind.UNIT);
        when(units.parent(any())).thenReturn(SettingScope.GLOBAL);
        when(units.name(BRANCH)).thenReturn("北方分行");
        var family = new ScopeFamily(List.of(units));
        when(table.stamp()).thenReturn("2/2");
        when(table.all())
                .thenReturn(List.of(
                        value(1, SettingScope.GLOBAL, "\"PT4H\"", "2025-01-01T00:00:00Z"),
                        value(2, SettingScope.unit(BRANCH), "\"PT2H\"", "2025-05-01T00:00:00Z"),
                        value(3, SettingScope.unit(BRANCH), null, "2026-01-01T00:00:00Z")));
        var author = new UserId(new UUID(9, 9));
        when(table.authors(any())).thenReturn(Map.of(author, new Author(author, "顾明远")));
        return new SettingController(
                new DeclaredSettings(List.of(new Declared())),
                new Settings(table, family, CLOCK),
                table,
                family,
                mock(SettingAdministration.class),
                CLOCK);
    }

    private static Value value(long id, SettingScope scope, String json, String from) {
        var by = new UserId(new UUID(9, 9));
        return new Value(id, "test.limit", scope, json, Instant.parse(from), by, Instant.EPOCH, "because");
    }

    @Test
    void settingsAreListedWithWhatHoldsEverywhere() {
        assertThat(http.get().uri("/api/settings")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                [{"key":"test.limit","module":"test","type":"DURATION","choices":[],"unit":null,"default":"PT8H","clause":"001-1 §7.1",
                  "proposed":true,"scopes":["GLOBAL","UNIT"],"value":"PT4H",
                  "origin":{"scopeKind":"GLOBAL","scopeName":null,"effectiveFrom":"2025-01-01T00:00:00Z"}},
                 {"key":"test.size","module":"test","type":"INTEGER","choices":[],"unit":"MB","default":50,"clause":null,
                  "proposed":false,"scopes":["GLOBAL"],"value":50,"origin":null}]""");
    }

    @Test
    void aValueSaysWhereItComesFrom() {
        var uri = "/api/settings/test.limit?scopeKind=UNIT&scopeId=" + BRANCH;
        assertThat(http.get().uri(uri)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"setting":{"value":"PT2H","origin":{"scopeKind":"UNIT","scopeName":"北方分行"}},
                 "trace":[{"scopeKind":"UNIT","value":"PT2H","by":{"name":"顾明远"}},{"scopeKind":"GLOBAL","value":"PT4H"}],
                 "history":[{"scopeName":"北方分行","value":null,"effectiveFrom":"2026-01-01T00:00:00Z","reason":"because","by":{"name":"顾明远"}},
                            {"value":"PT2H"},{"value":"PT4H"}]}""");
    }

    @Test
    void anUnknownSettingIsNotFound() {
        assertThat(http.get().uri("/api/settings/test.unknown")).failure().hasMessageContaining("not-found");
    }
}
