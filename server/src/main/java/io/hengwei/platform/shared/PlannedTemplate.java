package io.hengwei.platform.shared;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/// Lists are planned anew for their values each time: partial indexes and the units of a scope must be known to the
/// planner. Everything else is planned once for a connection.
final class PlannedTemplate extends JdbcTemplate {
    private static final ScopedValue<Boolean> ANEW = ScopedValue.newInstance();

    PlannedTemplate(DataSource dataSource) {
        super(dataSource);
    }

    static <T> T planned(Supplier<T> query) {
        return ScopedValue.where(ANEW, true).call(query::get);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (ANEW.isBound()) statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
