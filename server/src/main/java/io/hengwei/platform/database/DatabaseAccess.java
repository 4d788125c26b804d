package io.hengwei.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where the database is and the two roles it is used by: the owner migrates, the runner does everything else.
public record DatabaseAccess(String url, Login owner, Login runner) {

    /// A role and its password, which never shows in a log.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /// A connection of its own for a tool, a listener or an advisory lock: outside the pool, closed by the caller.
    public Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }
}
