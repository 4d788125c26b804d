package io.hengwei.platform.archive;

import io.hengwei.platform.database.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// A connection of the owner on which values read the same on every server. Row-level security may not thin out what is
/// copied: where it would, PostgreSQL refuses.
final class Session {
    private static final String ALIKE = """
        set row_security = off; set idle_in_transaction_session_timeout = 0; set statement_timeout = 0; set lock_timeout = 0;
        set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1;
        set max_parallel_workers_per_gather = 0; set client_min_messages = warning""";

    private Session() {}

    static Connection open(DatabaseAccess access) throws SQLException {
        var connection = access.connect(access.owner());
        try (var statement = connection.createStatement()) {
            statement.execute(ALIKE);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /// All rows of a table, in PostgreSQL's text format, a row in each line.
    static String copyOut(Contents.Table table) {
        return "copy (select " + table.columns() + " from " + table.sql() + ") to stdout";
    }

    static String copyIn(Contents.Table table) {
        return "copy " + table.sql() + " (" + table.columns() + ") from stdin";
    }
}
