package io.hengwei;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.shared.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Row-level security proven table by table: a row of a foreign unit lies in each table that the database says is
/// protected; then the program's own role tries to reach it in plain SQL. What is personal or stands in a unit and is
/// not protected stands here by name, with the reason.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTableTest {
    private static final String FOREIGN = "00000000-0000-0000-0000-00000000f001";
    private static final String FOREIGN_UNIT = "00000000-0000-0000-0000-00000000f00d";
    private static final String HOME_UNIT = "00000000-0000-0000-0000-00000000a00d";
    private static final String ME = "00000000-0000-0000-0000-00000000a001";

    /// Columns that make a table personal, or one of a unit.
    private static final Set<String> TELLING = Set.of(
            "unit", "person", "requester", "delegate", "reader", "phone", "email", "username", "actor", "caller");

    /// Open on purpose.
    private static final Map<String, String> OPEN = Map.ofEntries(
            entry("identity.group_card", "a card: who does what is no secret among those who are signed in"),
            entry("identity.group_member", "as the groups: names of members are shown with them"),
            entry("identity.person_card", "a card: name and unit of everybody, which every form needs"),
            entry(
                    "identity.role_grant",
                    "who holds which role is asked before anybody is known (sign-in); nothing personal in it"),
            entry("identity.holding", "bookkeeping of a constraint: ids and times alone, written by triggers only"),
            entry(
                    "identity.delegation_side",
                    "bookkeeping of a constraint: ids and times alone, written by triggers only"),
            entry("cmdb.system_card", "a card: name of every system, which every form needs"),
            entry(
                    "record.record_tokens",
                    "a search index from which only ids leave; always joined to a protected card"),
            entry("record.journal_position", "numbers of lines, no content"),
            entry(
                    "incident.history_mapping",
                    "how the columns of a foreign log are read: nothing of a person; its list names the units"));

    private TestDatabase database;
    private Connection runner;
    private List<String> guarded;

    @BeforeAll
    void aForeignRowInEveryTable() throws SQLException {
        database = TestDatabase.create();
        try (var owner = database.owner()) {
            guarded = strings(owner, """
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relrowsecurity and not c.relispartition and n.nspname not like 'pg\\_%' order by 1""");
            withoutConstraints(owner);
            for (var table : allTables(owner)) if (wanted(table)) fill(owner, table);
        }
        runner = database.runner();
        runner.setAutoCommit(false);
    }

    private boolean wanted(String table) {
        return guarded.contains(table) || table.endsWith("_card");
    }

    @AfterAll
    void takeAway() throws SQLException {
        runner.close();
        database.close();
    }

    /// In this copy anything may stand anywhere: only who sees it is asked.
    private static void withoutConstraints(Connection owner) throws SQLException {
        for (var drop : strings(owner, """
            select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) from pg_constraint
            join pg_class c on c.oid = conrelid join pg_namespace n on n.oid = c.relnamespace
            where contype in ('f', 'c', 'x') and conparentid = 0 and n.nspname not in ('pg_catalog', 'information_schema')""")) run(owner, drop);
        for (var table : allTables(owner)) run(owner, "alter table " + table + " disable trigger user");
    }

    private static List<String> allTables(Connection connection) throws SQLException {
        return strings(connection, """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
                and c.relname not like 'flyway%' order by 1""");
    }

    /// Every id is one and the same, so that policies which look at a parent find it; every unit is the foreign one.
    private static void fill(Connection owner, String table) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : strings(owner, """
            select attname || ' ' || format_type(atttypid, null) from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''""".formatted(table))) {
            var name = column.substring(0, column.indexOf(' '));
            columns.add('"' + name + '"');
            values.add(value(name, column.substring(column.indexOf(' ') + 1)));
        }
        run(
                owner,
                "insert into %s (%s) values (%s) on conflict do nothing"
                        .formatted(table, String.join(", ", columns), String.join(", ", values)));
    }

    private static String value(String name, String type) {
        if (type.endsWith("[]")) return "'{}'";
        return switch (type) {
            case "uuid" -> "'" + (name.equals("unit") ? FOREIGN_UNIT : FOREIGN) + "'";
            case "text", "character varying" -> name.equals("kind") ? "'INCIDENT'" : "'SECRET'";
            case "jsonb", "json" -> "'{}'";
            case "boolean" -> "true";
            case "bytea" -> "'\\x00'";
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "tstzrange" -> "tstzrange(now(), null)";
            case "interval" -> "interval '1 hour'";
            case "inet" -> "'127.0.0.1'";
            case "xid8" -> "pg_current_xact_id()";
            default -> "1";
        };
    }

    @Test
    void thereAreGuardedTablesAndTheSystemSeesARowInEach() throws SQLException {
        assertThat(guarded).hasSizeGreaterThan(20);
        for (var table : guarded)
            assertThat(reached("select count(*) from " + table, Sees.EVERYTHING))
                    .as(table)
                    .isPositive();
    }

    @Test
    void nobodyAndAForeignUnitReachNoneOfThem() throws SQLException {
        for (var table : guarded) {
            for (var who : List.of(Sees.NOTHING, Sees.HOME)) {
                assertThat(reached("select count(*) from " + table, who))
                        .as("%s read as %s", table, who)
                        .isZero();
            }
        }
    }

    /// Not even by a statement that reads nothing.
    @Test
    void whatIsNotSeenIsNeitherChangedNorDeleted() throws SQLException {
        for (var table : guarded) {
            var column = strings(runner, """
                select quote_ident(attname) from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                and attgenerated = '' and attidentity = '' order by attnum desc limit 1""".formatted(table)).getFirst();
            runner.rollback();
            assertThat(touched("update %s set %s = %s".formatted(table, column, column)))
                    .as(table)
                    .isZero();
            assertThat(touched("delete from " + table)).as(table).isZero();
            assertThat(touched("update %s set %s = default".formatted(table, column)))
                    .as("%s, by a statement that reads nothing", table)
                    .isZero();
        }
    }

    /// A policy that lets more be changed or deleted than is seen would do so for whoever comes by plain SQL.
    @Test
    void noPolicyLetsMoreBeChangedThanIsSeen() throws SQLException {
        var wider = strings(runner, """
            select c.schemaname || '.' || c.tablename || ' ' || c.policyname from pg_policies c
            where c.cmd in ('UPDATE', 'DELETE', 'ALL') and (c.qual = 'true' or c.cmd <> 'ALL' and c.schemaname <> 'identity' and not exists (
                select from pg_policies s where s.schemaname = c.schemaname and s.tablename = c.tablename and s.cmd in ('SELECT', 'ALL') and s.qual = c.qual))
            order by 1""");
        runner.rollback();
        assertThat(wider).isEmpty();
    }

    @Test
    void whatIsPersonalOrOfAUnitIsGuardedOrNamedWithItsReason() throws SQLException {
        var telling = new TreeSet<>(strings(runner, """
            select distinct c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition and not c.relrowsecurity and n.nspname not in ('pg_catalog', 'information_schema')
                and a.attname = any ('{%s}')""".formatted(String.join(",", TELLING))));
        runner.rollback();
        telling.removeAll(OPEN.keySet());
        assertThat(telling)
                .as("tables with personal or unit-bound columns and no policy")
                .isEmpty();
    }

    private enum Sees {
        NOTHING("off", "", "00000000-0000-0000-0000-000000000000"),
        HOME("off", "{" + HOME_UNIT + "}", ME),
        EVERYTHING("on", "on", Scope.SYSTEM.toString());

        private final String all;
        private final String units;
        private final String me;

        Sees(String all, String units, String me) {
            this.all = all;
            this.units = units;
            this.me = me;
        }

        String settings() {
            return """
                select set_config('hengwei.all', '%1$s', true), set_config('hengwei.units', '%2$s', true), set_config('hengwei.records', '%3$s', true),
                    set_config('hengwei.kinds', '', true), set_config('hengwei.some', '', true), set_config('hengwei.me', '%4$s', true),
                    set_config('hengwei.groups', '', true), set_config('hengwei.people', '%3$s', true)""".formatted(all, units.equals("on") ? "" : units, units, me);
        }
    }

    private long reached(String query, Sees who) throws SQLException {
        run(runner, who.settings());
        try (var statement = runner.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } finally {
            runner.rollback();
        }
    }

    /// How many rows it touched; none either where the role may not do this at all.
    private long touched(String act) throws SQLException {
        run(runner, Sees.HOME.settings());
        try (var statement = runner.createStatement()) {
            return statement.executeUpdate(act);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(act + ": " + e.getMessage()).isIn("42501");
            return 0;
        } finally {
            runner.rollback();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
