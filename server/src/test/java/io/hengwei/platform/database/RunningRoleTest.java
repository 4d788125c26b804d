package io.hengwei.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunningRoleTest {
    static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theOwnerMustNotRunTheProgram() {
        var access = database.access();
        var wrong = new DatabaseAccess(access.url(), access.owner(), access.owner());
        assertThatThrownBy(() -> Migrations.run(wrong))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("must not run Hengwei")
                .hasMessageContaining("owner of this database");
    }

    @Test
    void anOrdinaryRoleWorksWithTheTablesButCannotChangeThem() throws SQLException {
        try (var runner = database.runner();
                var statement = runner.createStatement()) {
            assertThat(statement.executeUpdate("delete from database.event_publication"))
                    .isZero();
            assertThatThrownBy(() -> statement.execute("drop table database.event_publication"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> statement.execute("delete from database.flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aRoleThatCouldChangeHistoryMustNotRunTheProgram() throws SQLException {
        try (var owner = database.owner();
                var statement = owner.createStatement()) {
            var runner = database.access().runner().user();
            for (var grant : new String[] {"delete on audit.block", "update (body) on record.journal"}) {
                statement.execute("grant " + grant + " to " + runner);
                assertThatThrownBy(() -> Migrations.run(database.access()))
                        .isInstanceOf(DatabaseUnusable.class)
                        .hasMessageContaining("only added to");
                statement.execute("revoke " + grant + " from " + runner);
            }
        }
    }

    @Test
    void aMistypedRoleIsAnsweredByARemedy() {
        var access = database.access();
        var nobody = new DatabaseAccess.Login("nobody_at_all", "wrong");
        assertThatThrownBy(() -> Migrations.run(new DatabaseAccess(access.url(), nobody, access.runner())))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("refused the role nobody_at_all");
    }

    @Test
    void migratingAgainChangesNothing() {
        Migrations.run(database.access());
    }
}
