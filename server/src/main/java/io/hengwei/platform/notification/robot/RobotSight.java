package io.hengwei.platform.notification.robot;

import io.hengwei.platform.shared.Scope;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the present transaction how far the person's rights over robots reach. Row-level security of their tables
/// reads nothing else: who may read records of a unit sees no robots by that, nor the other way round.
@Component
class RobotSight {
    static final String READ = "robot:read";
    static final String MANAGE = "robot:manage";

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    RobotSight(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /// Runs the work in a transaction that sees the robots.
    <T> T seeing(Supplier<T> work) {
        return transactions.execute(ignored -> {
            tell();
            return work.get();
        });
    }

    void tell() {
        var scope = Scope.current();
        var reach = scope.reach(READ).and(scope.reach(MANAGE));
        var units = reach.isNowhere()
                ? ""
                : reach.units().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
        db.sql("select set_config('hengwei.robots', ?, true)")
                .param(reach.everywhere() ? "on" : units)
                .query(String.class)
                .single();
    }
}
