package io.hengwei.platform.shared;

import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Tells PostgreSQL at the start of every transaction on whose behalf it runs; row-level security reads it. The
/// settings end with the transaction, so a pooled connection never carries them on.
class ScopedTransactionManager extends JdbcTransactionManager {
    private static final String SET = "select set_config('hengwei.all', ?, true), set_config('hengwei.units', ?, true),"
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
            statement.setString(1, scope.sight().everywhere() ? "on" : "off");
            statement.setString(
                    2, scope.sight().everywhere() ? "" : array(scope.sight().units()));
            statement.setString(3, scope.me().toString());
            statement.setString(4, array(scope.groups()));
            var people = scope.reach("person:read");
            statement.setString(5, people.everywhere() ? "on" : array(people.units()));
            statement.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not set the scope", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }

    private static String array(Collection<? extends TypedId> ids) {
        return ids.isEmpty() ? "" : ids.stream().map(TypedId::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
