package io.hengwei.resource.vault;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.resource.vault.VaultAct.*;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was held until somebody consented. A reading is opened from the log by whoever asked: neither the consent nor
/// whoever gave it ever has the password. A password that the vault makes itself is made now.
@Component
class VaultPerformer implements Performer<VaultAct> {
    private final VaultManagement management;
    private final Reveals reveals;

    VaultPerformer(VaultManagement management, Reveals reveals) {
        this.management = management;
        this.reveals = reveals;
    }

    @Override
    public List<Class<? extends VaultAct>> operations() {
        return List.of(
                RegisterSecret.class, ReviseSecret.class, RenewSecret.class, RetireSecret.class, RevealSecret.class);
    }

    @Override
    public String kind() {
        return SecretEntry.KIND;
    }

    @Override
    public @Nullable UUID perform(Task<VaultAct> task) {
        var seen = task.seenVersion();
        return switch (task.operation()) {
            case RegisterSecret filed ->
                management.register(filed.secret(), null).value();
            case ReviseSecret revised -> Performer.done(() -> management.revise(entry(task), seen, revised.secret()));
            case RenewSecret renewed ->
                Performer.done(() -> management.renew(entry(task), seen, null, renewed.reason()));
            case RetireSecret why -> Performer.done(() -> management.retire(entry(task), seen, why));
            case RevealSecret asked ->
                reveals.reveal(entry(task), asked.reason(), asked.number()).id();
            case OpenSecret opened -> throw new NotFound(opened.commandName());
        };
    }

    private static SecretEntryId entry(Task<VaultAct> task) {
        return new SecretEntryId(task.thing());
    }
}
