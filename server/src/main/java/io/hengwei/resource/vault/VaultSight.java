package io.hengwei.resource.vault;

import io.hengwei.platform.shared.ThingSight;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How far the person's rights over the vault reach. Row-level security of this schema reads nothing else: who may
/// read everything else in a unit sees nothing here.
@Component
class VaultSight extends ThingSight {
    static final String LIST = "vault:list";
    static final String MANAGE = "vault:manage";
    static final String REVEAL = "vault:reveal";
    static final String RENEW = "vault:renew";
    private static final List<String> REACHING = List.of(LIST, MANAGE, REVEAL, RENEW);

    /// To keep what one is the custodian of; it reaches nothing else.
    static final String OWN = "vault:own";

    static final List<String> PERMISSIONS = List.of(LIST, MANAGE, REVEAL, RENEW, OWN);

    VaultSight(JdbcClient db, TransactionTemplate transactions) {
        super(db, transactions, "hengwei.vault", REACHING);
    }
}
