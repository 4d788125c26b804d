package io.hengwei.resource.vault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/// The database of the running context, as its owner sees it.
final class OwnerAccess {
    private OwnerAccess() {}

    static Connection connect(Environment environment) throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("hengwei.database.url"),
                environment.getRequiredProperty("hengwei.database.owner.user"),
                environment.getRequiredProperty("hengwei.database.owner.password"));
    }
}
