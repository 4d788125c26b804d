package io.hengwei.platform.secret;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// When the master key has changed, every sealed value is opened with the old one and sealed with the new one, a
/// hundred in a transaction. Whoever is interrupted begins again and passes over what is done.
@Component
class Resealing implements Loop.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final int BATCH = 100;
    private static final UUID SUBJECT = UUID.nameUUIDFromBytes("master-key".getBytes(StandardCharsets.UTF_8));

    /// @param key id of the key that seals now
    /// @param values how many were sealed anew
    record SealAnew(String key, long values) implements Unheld {}

    private record Progress(UUID last, int seen, int sealed) {}

    private final MasterKey master;
    private final Envelopes envelopes;
    private final Witness witness;
    private final List<SealedValues> modules;
    private final Operations operations;
    private final TransactionTemplate transactions;
    private volatile int settled;

    Resealing(
            MasterKey master,
            Envelopes envelopes,
            Witness witness,
            List<SealedValues> modules,
            Operations operations,
            TransactionTemplate transactions) {
        this.master = master;
        this.envelopes = envelopes;
        this.witness = witness;
        this.modules = modules;
        this.operations = operations;
        this.transactions = transactions;
    }

    @Override
    public boolean round() {
        var primary = master.primary();
        if (primary == settled) return false;
        Scope.asSystem(() -> {
            var old = witness.read().orElseThrow();
            if (!envelopes.isCurrent(old))
                finish(old, primary, modules.stream().mapToLong(this::reseal).sum());
        });
        settled = primary;
        return false;
    }

    private void finish(byte[] old, int primary, long count) {
        transactions.executeWithoutResult(ignored -> {
            if (!witness.renew(old)) return;
            var done = new SealAnew(Integer.toHexString(primary), count);
            operations.administer(
                    Act.ofEverybody("setting:write", "MASTER_KEY", SUBJECT, done), Boolean.class, () -> true);
        });
        LOG.info("The master key was changed; {} values were sealed anew", count);
    }

    private long reseal(SealedValues values) {
        long count = 0;
        var progress = new Progress(new UUID(0, 0), BATCH, 0);
        while (progress.seen() == BATCH) {
            var last = progress.last();
            progress = transactions.execute(ignored -> batch(values, last));
            count += progress.sealed();
        }
        return count;
    }

    private Progress batch(SealedValues values, UUID after) {
        var batch = values.after(after, BATCH);
        int sealed = 0;
        for (var each : batch) if (!envelopes.isCurrent(each.value()) && reseal(values, each)) sealed++;
        return new Progress(batch.isEmpty() ? after : batch.getLast().id(), batch.size(), sealed);
    }

    private boolean reseal(SealedValues values, SealedValues.Sealed each) {
        return values.replace(each, envelopes.seal(envelopes.open(each.value(), each.context()), each.context()));
    }
}
