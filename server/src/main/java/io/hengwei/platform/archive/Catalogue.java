package io.hengwei.platform.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the schemas of the modules hold, as PostgreSQL's own catalogue tells it. Flyway's histories are left out: they
/// are made anew by migrating.
record Catalogue(Connection connection, Collection<String> schemas) {
    private static final String TABLES = """
        select n.nspname, c.relname, (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any (?) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history' order by 1, 2""";

    private static final String PARTITIONS = """
        select n.nspname, c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
        where n.nspname = any (?) and c.relispartition and c.relkind = 'r' order by 1, 2""";

    private static final String SEQUENCES =
            "select schemaname, sequencename from pg_sequences where schemaname = any (?) order by 1, 2";

    /// Those of partitions follow their parents'.
    private static final String FOREIGN_KEYS = """
        select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any (?) and k.contype = 'f' and k.conparentid = 0 order by 1, 2""";

    private static final String TRIGGERS = """
        select format('%I.%I', n.nspname, c.relname), quote_ident(t.tgname), t.tgenabled from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace where n.nspname = any (?) and not t.tgisinternal and t.tgparentid = 0 order by 1, 2""";

    record ForeignKey(String table, String name, String definition) {
        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }
    }

    /// @param mode as the catalogue writes it: when it fires
    record Trigger(String table, String name, String mode) {
        String disable() {
            return "alter table " + table + " disable trigger " + name;
        }

        String asBefore() {
            var how = switch (mode) {
                case "D" -> "disable";
                case "R" -> "enable replica";
                case "A" -> "enable always";
                default -> "enable";
            };
            return "alter table " + table + " " + how + " trigger " + name;
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    List<Contents.Table> tables() throws SQLException {
        return read(TABLES, row -> new Contents.Table(row.getString(1), row.getString(2), row.getString(3)));
    }

    List<Contents.Partition> partitions() throws SQLException {
        return read(
                PARTITIONS,
                row -> new Contents.Partition(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /// A sequence is outside every snapshot; read after the snapshot began, it is ahead of every row in it.
    List<Contents.Sequence> sequences() throws SQLException {
        var found = new ArrayList<Contents.Sequence>();
        for (var name : read(SEQUENCES, row -> new String[] {row.getString(1), row.getString(2)})) {
            var from = Contents.quoted(name[0]) + "." + Contents.quoted(name[1]);
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + from)) {
                row.next();
                found.add(new Contents.Sequence(name[0], name[1], row.getLong(1), row.getBoolean(2)));
            }
        }
        return found;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return read(FOREIGN_KEYS, row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    List<Trigger> triggers() throws SQLException {
        return read(TRIGGERS, row -> new Trigger(row.getString(1), row.getString(2), row.getString(3)));
    }

    private <T> List<T> read(String query, Reading<T> reading) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(reading.of(rows));
            }
            return found;
        }
    }
}
