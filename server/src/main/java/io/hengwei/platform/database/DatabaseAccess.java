package io.hengwei.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// Where the database is and the two roles it is used by: the owner migrates, the runner does everything else.
public record DatabaseAccess(String url, Login owner, Login runner) {

    /// A role and its password, which never shows in a log.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /// A database of yours, named as the program is told: `HENGWEI_DATABASE_URL` and the two roles.
    public static DatabaseAccess of(Map<String, String> environment) {
        var prefix = "HENGWEI_DATABASE_";
        return yours(
                environment.getOrDefault(prefix + "URL", ""),
                new Login(
                        environment.getOrDefault(prefix + "OWNER_USER", ""),
                        environment.getOrDefault(prefix + "OWNER_PASSWORD", "")),
                new Login(
                        environment.getOrDefault(prefix + "USER", ""),
                        environment.getOrDefault(prefix + "PASSWORD", "")));
    }

    static DatabaseAccess yours(String url, Login owner, Login runner) {
        if (owner.user().isBlank() || runner.user().isBlank()) {
            throw new DatabaseUnusable(
                    "HENGWEI_DATABASE_URL needs two roles: one that owns and migrates, one that runs.",
                    "Set HENGWEI_DATABASE_OWNER_USER/_OWNER_PASSWORD and HENGWEI_DATABASE_USER/_PASSWORD.");
        }
        return new DatabaseAccess(url, owner, runner);
    }

    /// A connection of its own for a tool, a listener or an advisory lock: outside the pool, closed by the caller.
    public Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }
}
