package io.hengwei.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/// What the program asks of a database before it works with it: a version it knows, and a running role that row-level
/// security binds.
final class Requirements {
    private static final int OLDEST = 150000;

    /// Every way round row-level security that a role can have, and the words for it.
    private static final String WAYS_ROUND = """
            with me as (select * from pg_roles where rolname = current_user)
            select 'is a superuser' from me where rolsuper
            union all
            select 'has BYPASSRLS' from me where rolbypassrls
            union all
            select 'has CREATEROLE' from me where rolcreaterole
            union all
            select 'owns or is a member of the owner of this database' from pg_database
             where datname = current_database() and pg_has_role(current_user, datdba, 'member')
            union all
            select 'owns or is a member of the owner of ' || c.oid::regclass from pg_class c
             where c.relkind in ('r', 'p') and c.relnamespace not in
                       (select oid from pg_namespace where nspname like 'pg\\_%' or nspname = 'information_schema')
               and pg_has_role(current_user, c.relowner, 'member')
            union all
            select 'is a member of ' || rolname from pg_roles
             where rolname <> current_user and pg_has_role(current_user, oid, 'member')
               and (rolsuper or rolbypassrls or rolcreaterole
                    or rolname in ('pg_execute_server_program', 'pg_write_server_files'))
            limit 1
            """;

    /// What is history may be added to and read. (The tables are named by their parts: other modules own them.)
    private static final String MAY_CHANGE_HISTORY = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where (n.nspname = 'audit' and c.relname in ('block', 'anchor')
                    or n.nspname = 'record' and c.relkind in ('r', 'p') and c.relname ~ '^journal(_|$)')
               and (has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') or has_any_column_privilege(c.oid, 'UPDATE'))
             limit 1
            """;

    private Requirements() {}

    static void checkVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new DatabaseUnusable(
                        "Hengwei needs PostgreSQL 15 or newer, this is " + row.getString(2) + ".",
                        "Upgrade the server, or leave HENGWEI_DATABASE_URL empty to use the embedded one.");
            }
        }
    }

    static void checkRunner(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var wayRound = statement.executeQuery(WAYS_ROUND)) {
            if (wayRound.next()) {
                throw new DatabaseUnusable(
                        "The role %s must not run Hengwei: it %s, so row-level security would not bind it."
                                .formatted(connection.getMetaData().getUserName(), wayRound.getString(1)),
                        "Set HENGWEI_DATABASE_USER to an ordinary role; the owner is only for HENGWEI_DATABASE_OWNER_USER.");
            }
        }
        checkHistory(connection);
    }

    private static void checkHistory(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var table = statement.executeQuery(MAY_CHANGE_HISTORY)) {
            if (table.next()) {
                throw new DatabaseUnusable(
                        "The role %s must not run Hengwei: it could change %s, which is only added to."
                                .formatted(connection.getMetaData().getUserName(), table.getString(1)),
                        "Revoke update, delete, truncate and trigger on it from this role, and from public.");
            }
        }
    }
}
