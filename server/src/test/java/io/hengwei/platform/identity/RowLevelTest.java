package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.TestDatabase;
import io.hengwei.platform.shared.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The net below the program: what the running role sees with raw SQL.
class RowLevelTest {
    private static final String BRANCH = "00000000-0000-0000-0000-00000000000b";
    private static final String PERSON = "00000000-0000-0000-0000-0000000000aa";

    @Test
    void peoplePasswordsAndCredentialsShowOnlyToWhomTheyConcern() throws SQLException {
        try (var database = TestDatabase.create();
                var owner = database.owner();
                var runner = database.runner()) {
            fill(owner);
            runner.setAutoCommit(false);
            assertThat(seen(runner, "off", "", "")).as("nobody").isEqualTo("0 0 0");
            assertThat(seen(runner, "off", "{00000000-0000-0000-0000-00000000000c}", ""))
                    .as("a foreign unit")
                    .isEqualTo("0 0 0");
            assertThat(seen(runner, "off", "{" + BRANCH + "}", ""))
                    .as("the own unit")
                    .isEqualTo("1 0 0");
            assertThat(seen(runner, "off", "on", "")).as("people everywhere").isEqualTo("1 0 0");
            assertThat(seen(runner, "on", "", "")).as("records everywhere").isEqualTo("1 0 0");
            assertThat(seen(runner, "off", "", PERSON)).as("the person").isEqualTo("1 1 1");
            assertThat(seen(runner, "on", "on", Scope.SYSTEM.toString()))
                    .as("the system")
                    .isEqualTo("1 1 1");
        }
    }

    private static void fill(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                insert into identity.unit_card (id, name, kind) values ('00000000-0000-0000-0000-00000000000a', '总部', 'HEADQUARTERS');
                insert into identity.unit_card (id, name, kind, parent) values ('%1$s', '分公司', 'BRANCH', '00000000-0000-0000-0000-00000000000a');
                insert into identity.person_card (id, name, unit) values ('%2$s', '张三', '%1$s');
                insert into identity.person (id, phone) values ('%2$s', '138');
                insert into identity.password (person, hash, changed_at) values ('%2$s', 'x', now());
                insert into identity.credential (id, secret, kind, person, made_at, expires_at) values (gen_random_uuid(), 'x', 'SESSION', '%2$s', now(), now())""".formatted(BRANCH, PERSON));
        }
    }

    private static String seen(Connection runner, String all, String people, String me) throws SQLException {
        try (var statement = runner.createStatement()) {
            statement.execute(
                    "select set_config('hengwei.all', '%s', true), set_config('hengwei.people', '%s', true), set_config('hengwei.me', '%s', true)"
                            .formatted(all, people, me));
            var counts = statement.executeQuery(
                    "select concat_ws(' ', (select count(*) from identity.person), (select count(*) from identity.password), (select count(*) from identity.credential))");
            counts.next();
            var result = counts.getString(1);
            runner.rollback();
            return result;
        }
    }
}
