package io.hengwei.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.TestCalendars;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.SettingScope.Kind;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Settings and calendars go the one way: whoever may, and with a line in the journal.
@HengweiTest
class RulesAreChangedByActsTest {
    private static final Setting<Integer> LENGTH =
            Setting.integer("test.length-of-things", 3).scopes(Kind.UNIT);

    @Autowired
    SettingAdministration administration;

    @Autowired
    ApplicationContext context;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    UnitId branch;
    UserId administrator;

    @BeforeEach
    void anAdministrator() {
        var company = new SomeCompany(db, transactions);
        branch = company.branch();
        administrator = company.person(branch, "顾明远");
        Scope.asSystem(() -> {
            administration.change(
                    "approval.rules",
                    SettingScope.unit(branch.value()),
                    JsonMapper.shared().readTree("{\"rules\": []}"),
                    null,
                    "nobody is asked in this branch");
            return true;
        });
    }

    @Test
    void whoMayChangeABranchsSettingsChangesThoseAndNoOthers() {
        change(new Reach(false, Set.of(branch)), SettingScope.unit(branch.value()));
        assertThat(settings.value(LENGTH, SettingScope.unit(branch.value()))).isEqualTo(4);
        assertThat(commands()).containsExactly("ChangeSetting 4 little space");
        var elsewhere = new SomeCompany(db, transactions).branch();
        assertThatThrownBy(() -> change(new Reach(false, Set.of(branch)), SettingScope.unit(elsewhere.value())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> change(new Reach(false, Set.of(branch)), SettingScope.GLOBAL))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> change(Reach.NOWHERE, SettingScope.unit(branch.value())))
                .isInstanceOf(Forbidden.class);
        assertThat(settings.value(LENGTH)).isEqualTo(3);
        assertThat(commands()).hasSize(1);
    }

    @Test
    void calendarsBelongToEverybody() {
        assertThatThrownBy(() -> publish(new Reach(false, Set.of(branch)))).isInstanceOf(Forbidden.class);
        assertThat(publish(Reach.EVERYWHERE)).isOne();
        assertThat(commands()).containsExactly("PublishCalendar null null");
    }

    private void change(Reach reach, SettingScope scope) {
        Scope.as(holding("setting:change", reach), () -> {
            administration.change(LENGTH, scope, 4, Instant.EPOCH, "little space");
            return true;
        });
    }

    private int publish(Reach reach) {
        var id = "TEST-" + People.number();
        return Scope.as(
                holding("calendar:publish", reach),
                () -> new TestCalendars(context).publish(id, CalendarDefinition.always(ZoneOffset.UTC), Instant.now()));
    }

    private Scope holding(String permission, Reach reach) {
        return new Scope(administrator, Sight.NOTHING, Set.of(), Map.of(permission, reach));
    }

    private List<String> commands() {
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "select command || ' ' || coalesce(body ->> 'value', 'null') || ' ' || coalesce(body ->> 'reason', 'null') from record.journal where actor = ?")
                .param(administrator.value())
                .query(String.class)
                .list()));
    }
}
