package io.hengwei.platform.shared;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the acting person may see of things that are no records: the units over which any of some permissions reaches,
/// told to the row-level security of their tables for one transaction.
public abstract class ThingSight {
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final String variable;
    private final List<String> permissions;

    /// @param variable in which the tables' policies look: `on` for everywhere, else an array of units
    protected ThingSight(JdbcClient db, TransactionTemplate transactions, String variable, List<String> permissions) {
        this.db = db;
        this.transactions = transactions;
        this.variable = variable;
        this.permissions = permissions;
    }

    /// Runs the work in a transaction that sees them.
    public <T> T seeing(Supplier<T> work) {
        return transactions.execute(ignored -> {
            tell();
            return work.get();
        });
    }

    /// For the present transaction.
    public void tell() {
        var reach = permissions.stream().map(Scope.current()::reach).reduce(Reach.NOWHERE, Reach::and);
        db.sql("select set_config(?, ?, true)")
                .params(variable, reach.everywhere() ? "on" : Sight.array(reach.units()))
                .query(String.class)
                .single();
    }
}
