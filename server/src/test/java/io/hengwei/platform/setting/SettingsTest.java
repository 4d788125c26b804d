package io.hengwei.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.TestDatabase;
import io.hengwei.platform.setting.SettingScope.Kind;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SettingsTest {
    private static final Instant NOW = Instant.parse("2025-06-06T08:00:00Z");
    private static final SettingScope BRANCH = SettingScope.unit(new UUID(1, 1));
    private static final SettingScope DEPARTMENT = SettingScope.unit(new UUID(1, 2));
    private static final SettingScope LEDGER = SettingScope.system(new UUID(2, 1));
    static final Setting<Duration> SESSION =
            Setting.duration("test.session-length", Duration.ofHours(8)).scopes(Kind.UNIT, Kind.SYSTEM);
    static final Setting<Integer> SIZE =
            Setting.integer("test.largest-file", 50).unit("MB");
    static final Setting<Matrix> MATRIX = Setting.table("test.matrix", Matrix.class, new Matrix(Map.of()));

    record Matrix(Map<String, List<Duration>> rows) {}

    /// The department belongs to the branch, the ledger to the department.
    private record Family(Kind kind) implements ScopeParents {
        @Override
        public SettingScope parent(UUID id) {
            if (kind == Kind.SYSTEM) {
                return DEPARTMENT;
            }
            return id.equals(DEPARTMENT.id()) ? BRANCH : SettingScope.GLOBAL;
        }

        @Override
        public @Nullable String name(UUID id) {
            return kind + " " + id.getLeastSignificantBits();
        }
    }

    private TestDatabase database;
    private Connection connection;
    private Settings settings;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        connection = database.runner();
        settings = node(NOW);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private Settings node(Instant now) {
        var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var family = new ScopeFamily(List.of(new Family(Kind.UNIT), new Family(Kind.SYSTEM)));
        return new Settings(new SettingValues(db), family, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void whereNobodySetAnythingTheDefaultHolds() {
        assertThat(settings.value(SESSION, LEDGER)).isEqualTo(Duration.ofHours(8));
        assertThat(settings.value(SIZE)).isEqualTo(50);
    }

    @Test
    void theNearestScopeWins() {
        settings.change(SESSION, SettingScope.GLOBAL, Duration.ofHours(4), NOW, "all");
        settings.change(SESSION, BRANCH, Duration.ofHours(2), NOW, "branch");
        assertThat(settings.value(SESSION)).isEqualTo(Duration.ofHours(4));
        assertThat(settings.value(SESSION, LEDGER)).isEqualTo(Duration.ofHours(2));
        settings.change(SESSION, LEDGER, Duration.ofHours(1), NOW, "system");
        assertThat(settings.value(SESSION, LEDGER)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.value(SESSION, DEPARTMENT)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aScopeCanGoBackToWhatItInherits() {
        settings.change(SESSION, BRANCH, Duration.ofHours(2), NOW.minusSeconds(9), "branch");
        settings.change(SESSION, BRANCH, null, NOW, "no longer");
        assertThat(settings.value(SESSION, BRANCH)).isEqualTo(Duration.ofHours(8));
        assertThat(settings.value(SESSION, BRANCH, NOW.minusSeconds(1))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aValueMayLieAhead() {
        var newYear = Instant.parse("2026-01-01T00:00:00Z");
        settings.change(SIZE, SettingScope.GLOBAL, 80, newYear, "new disks");
        assertThat(settings.value(SIZE)).isEqualTo(50);
        assertThat(settings.value(SIZE, SettingScope.GLOBAL, newYear)).isEqualTo(80);
        assertThat(node(newYear).value(SIZE)).isEqualTo(80);
    }

    @Test
    void whatComesIntoForceLastHoldsNotWhatWasWrittenLast() {
        settings.change(SIZE, SettingScope.GLOBAL, 70, NOW.minusSeconds(60), "second");
        settings.change(SIZE, SettingScope.GLOBAL, 60, NOW.minusSeconds(90), "first, written later");
        assertThat(settings.value(SIZE)).isEqualTo(70);
    }

    @Test
    void tablesAreSettingsToo() {
        var rows = new Matrix(Map.of("A", List.of(Duration.ofMinutes(10), Duration.ofHours(2))));
        settings.change(MATRIX, SettingScope.GLOBAL, rows, NOW, "matrix");
        assertThat(settings.value(MATRIX)).isEqualTo(rows);
    }

    @Test
    void aSettingIsSetOnlyWhereItMayBe() {
        assertThatThrownBy(() -> settings.change(SIZE, BRANCH, 1, NOW, "wrong")).isInstanceOf(Refused.class);
    }

    @Test
    void anotherNodeFollowsWithinMoments() throws InterruptedException {
        var other = node(NOW);
        assertThat(other.value(SIZE)).isEqualTo(50);
        settings.change(SIZE, SettingScope.GLOBAL, 51, NOW, "changed here");
        Thread.sleep(1_050);
        assertThat(other.value(SIZE)).isEqualTo(51);
    }

    @Test
    void whoeverSetAValueIsKnownByName() {
        var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var unit = new UUID(3, 1);
        var person = new UserId(new UUID(3, 2));
        db.sql("insert into identity.unit_card (id, name, kind) values (?, '总部', 'HEADQUARTERS')")
                .param(unit)
                .update();
        db.sql("insert into identity.person_card (id, name, unit) values (?, '顾明远', ?)")
                .params(person.value(), unit)
                .update();
        var values = new SettingValues(db);
        assertThat(values.authors(List.of(person))).containsEntry(person, new SettingValues.Author(person, "顾明远"));
        assertThat(values.authors(List.of())).isEmpty();
    }

    @Test
    void historyCannotBeRewritten() {
        settings.change(SIZE, SettingScope.GLOBAL, 51, NOW, "first");
        var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        assertThatThrownBy(() -> db.sql("update setting.setting_value set reason = 'other'")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("delete from setting.setting_value").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void everyKeyIsDeclaredOnce() {
        class Here implements DeclaresSettings {
            static final Setting<Integer> ONE = Setting.integer("test.one", 1);
        }
        class There implements DeclaresSettings {
            static final Setting<String> ALSO_ONE = Setting.text("test.one", "1");
        }
        assertThat(new DeclaredSettings(List.of(new Here())).get("test.one")).isEqualTo(Here.ONE);
        assertThatThrownBy(() -> new DeclaredSettings(List.of(new Here(), new There())))
                .hasMessageContaining("test.one");
    }
}
