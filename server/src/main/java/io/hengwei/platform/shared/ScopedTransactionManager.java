package io.hengwei.platform.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Tells PostgreSQL at the start of every transaction on whose behalf it runs; row-level security reads it. The
/// settings end with the transaction, so a pooled connection never carries them on.
class ScopedTransactionManager extends JdbcTransactionManager {
    private static final String SET = "select set_config('hengwei.all', ?, true), set_config('hengwei.units', ?, true),"
            + " set_config('hengwei.records', ?, true), set_config('hengwei.kinds', ?, true), set_config('hengwei.some', ?, true),"
            + " set_config('hengwei.me', ?, true), set_config('hengwei.groups', ?, true), set_config('hengwei.people', ?, true)";

    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var scope = Scope.current();
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try (var statement = connection.prepareStatement(SET)) {
            var sight = scope.sight();
            var people = scope.reach("person:read");
            set(
                    statement,
                    sight.all(),
                    sight.units(),
                    sight.ofRecords(),
                    Sight.array(sight.kinds()),
                    Sight.array(sight.some()),
                    scope.me().toString(),
                    Sight.array(scope.groups()),
                    people.everywhere() ? "on" : Sight.array(people.units()));
            statement.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not set the scope", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }

    private static void set(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
    }
}
