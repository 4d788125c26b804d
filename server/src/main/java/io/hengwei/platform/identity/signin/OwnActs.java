package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What people do to their own accounts: nobody needs a permission for it, and the journal keeps it all the same.
@Component
class OwnActs {
    private final Operations operations;
    private final Directory directory;
    private final TransactionTemplate transactions;

    OwnActs(Operations operations, Directory directory, TransactionTemplate transactions) {
        this.operations = operations;
        this.directory = directory;
        this.transactions = transactions;
    }

    void note(UserId person, IdentityAct act) {
        transactions.executeWithoutResult(ignored -> {
            var kept = new Act("session:own", directory.unitOf(person), "PERSON", person.value(), act);
            operations.inConsequence(() -> operations.administer(kept, Boolean.class, () -> true));
        });
    }
}
