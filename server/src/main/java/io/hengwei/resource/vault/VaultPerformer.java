package io.hengwei.resource.vault;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A reading that was held until somebody consented: whoever asked opens it from the log then. Neither the consent nor
/// whoever gave it ever has the password. What comes with a password or was judged by a version is repeated by its
/// maker.
@Component
class VaultPerformer implements Performer<VaultAct.RevealSecret> {
    private final Reveals reveals;

    VaultPerformer(Reveals reveals) {
        this.reveals = reveals;
    }

    @Override
    public List<Class<? extends VaultAct.RevealSecret>> operations() {
        return List.of(VaultAct.RevealSecret.class);
    }

    @Override
    public String kind() {
        return SecretEntry.KIND;
    }

    @Override
    public @Nullable UUID perform(Task<VaultAct.RevealSecret> task) {
        if (task.subject() == null) throw new NotFound(task.operation());
        var asked = task.operation();
        return reveals.reveal(new SecretEntryId(task.subject()), asked.reason(), asked.number())
                .id();
    }
}
