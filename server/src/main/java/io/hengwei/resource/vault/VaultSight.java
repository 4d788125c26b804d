package io.hengwei.resource.vault;

import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the present transaction how far the person's rights over the vault reach. Row-level security of this schema
/// reads nothing else: who may read everything else in a unit sees nothing here.
@Component
class VaultSight {
    static final String LIST = "vault:list";
    static final String MANAGE = "vault:manage";
    static final String REVEAL = "vault:reveal";
    static final String RENEW = "vault:renew";
    private static final List<String> REACHING = List.of(LIST, MANAGE, REVEAL, RENEW);

    /// To keep what one is the custodian of; it reaches nothing else.
    static final String OWN = "vault:own";

    static final List<String> PERMISSIONS = List.of(LIST, MANAGE, REVEAL, RENEW, OWN);

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    VaultSight(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /// Runs the work in a transaction that sees the vault.
    <T> T seeing(Supplier<T> work) {
        return transactions.execute(ignored -> {
            tell();
            return work.get();
        });
    }

    void tell() {
        var reach = REACHING.stream().map(Scope.current()::reach).reduce(Reach.NOWHERE, Reach::and);
        db.sql("select set_config('hengwei.vault', ?, true)")
                .param(reach.everywhere() ? "on" : array(reach.units().stream()))
                .query(String.class)
                .single();
    }

    private static String array(Stream<?> values) {
        var joined = values.map(Object::toString).collect(Collectors.joining(","));
        return joined.isEmpty() ? "" : "{" + joined + "}";
    }
}
