package io.hengwei.demo;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import io.hengwei.resource.cmdb.SystemId;
import io.hengwei.resource.vault.Reveals;
import io.hengwei.resource.vault.SecretEntryId;
import io.hengwei.resource.vault.SecretForm;
import io.hengwei.resource.vault.VaultManagement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Files the confidential passwords of the demo company: made by the vault, and read since by some of their custodians.
@Demo
@Component
class Safekeeping {
    private static final String MANAGER = "manager";

    private final VaultManagement vault;
    private final Reveals reveals;
    private final Directory directory;
    private final Charter charter;

    Safekeeping(VaultManagement vault, Reveals reveals, Directory directory, Content content) {
        this.vault = vault;
        this.reveals = reveals;
        this.directory = directory;
        this.charter = content.charter();
    }

    void file(Founding.Ids ids, Instant now) {
        for (var secret : charter.secrets())
            SeedClock.at(now.minus(Duration.ofDays(secret.age())), () -> file(secret, ids, now));
    }

    private void file(Charter.Secret secret, Founding.Ids ids, Instant now) {
        var id = as(ids.person(MANAGER), () -> vault.register(form(secret, ids), null));
        var why = secret.read();
        if (why == null) return;
        SeedClock.at(
                now.minus(Duration.ofDays(secret.age()).dividedBy(3)),
                () -> read(id, ids.person(secret.custodian()), why));
    }

    private void read(SecretEntryId id, UserId custodian, String why) {
        as(custodian, () -> {
            var reveal = reveals.reveal(id, why, null);
            return reveals.open(id, reveal.id());
        });
    }

    private static SecretForm form(Charter.Secret secret, Founding.Ids ids) {
        return new SecretForm(
                secret.name(),
                secret.kind(),
                secret.account(),
                new SystemId(ids.system(secret.system())),
                ids.unit(secret.unit()),
                ids.person(secret.custodian()),
                ids.person(MANAGER),
                secret.rule(),
                secret.renewDays(),
                null);
    }

    private <T> T as(UserId person, Supplier<T> work) {
        return Scope.as(directory.scopeOf(person).orElseThrow(), work);
    }
}
