package io.hengwei.platform.secret;

import io.hengwei.platform.shared.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Before anything is served: does what was sealed in this database open with this master key? Where nothing was sealed
/// yet, a new key is as good as the old one.
@Component
class MasterKeyCheck implements SmartInitializingSingleton {
    private final MasterKey master;
    private final Witness witness;
    private final List<SealedValues> modules;
    private final TransactionTemplate transactions;

    MasterKeyCheck(MasterKey master, Witness witness, List<SealedValues> modules, TransactionTemplate transactions) {
        this.master = master;
        this.witness = witness;
        this.modules = modules;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> check()));
    }

    private void check() {
        var known = witness.read();
        if (known.isPresent() && master.exists() && witness.opens(known.get())) return;
        if (!master.exists() && isAnythingSealed()) throw refusal("is missing: " + master.path());
        if (known.isPresent() && isAnythingSealed()) throw refusal("is another one: " + master.path());
        master.makeIfMissing();
        witness.write();
    }

    private boolean isAnythingSealed() {
        return modules.stream()
                .anyMatch(values -> !values.after(new UUID(0, 0), 1).isEmpty());
    }

    private static MasterKeyUnusable refusal(String what) {
        return new MasterKeyUnusable(
                "The master key under which passwords are sealed in this database " + what,
                "Put the file back from its copy, or from the export filed with the director (import-master-key FILE)."
                        + " All nodes of a database share one file: see HENGWEI_MASTER_KEY_FILE.",
                null);
    }
}
