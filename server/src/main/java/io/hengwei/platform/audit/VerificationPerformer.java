package io.hengwei.platform.audit;

import io.hengwei.platform.audit.Verifications.VerifyLedger;
import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A verification of the ledger that waited for consent.
@Component
class VerificationPerformer implements Performer<VerifyLedger> {
    private final Verifications verifications;

    VerificationPerformer(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public List<Class<? extends VerifyLedger>> operations() {
        return List.of(VerifyLedger.class);
    }

    @Override
    public @Nullable UUID perform(Task<VerifyLedger> task) {
        return verifications.ask(task.operation().blocks());
    }
}
