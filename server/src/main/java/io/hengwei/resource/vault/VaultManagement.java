package io.hengwei.resource.vault;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.resource.cmdb.SystemId;
import io.hengwei.resource.cmdb.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// Files confidential passwords, revises what is known of them, sets them anew and takes them out of use.
@Service
public class VaultManagement {
    private final Operations operations;
    private final SecretEntries entries;
    private final Safe safe;
    private final PasswordMaker maker;
    private final VaultSight sight;
    private final Directory directory;
    private final Systems systems;
    private final Settings settings;
    private final Clock clock;

    VaultManagement(
            Operations operations,
            SecretEntries entries,
            Safe safe,
            PasswordMaker maker,
            VaultSight sight,
            Directory directory,
            Systems systems,
            Settings settings,
            Clock clock) {
        this.operations = operations;
        this.entries = entries;
        this.safe = safe;
        this.maker = maker;
        this.sight = sight;
        this.directory = directory;
        this.systems = systems;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param typed the password; null to have one made
    public SecretEntryId register(SecretForm form, @Nullable String typed) {
        var id = new SecretEntryId(Ids.next());
        var act = Act.making(
                VaultSight.MANAGE,
                form.unit(),
                SecretEntry.KIND,
                id.value(),
                new VaultAct.RegisterSecret(form, typed == null));
        return operations.administer(act, SecretEntryId.class, () -> {
            sight.tell();
            requireSound(form);
            var secret = secret(form.secretKind(), typed);
            var now = clock.instant();
            unlessTaken(() -> entries.insert(id, form, now, renewBy(form, now)));
            safe.put(id, 1, secret, typed == null, now);
            return id;
        });
    }

    /// Whoever moves an entry to another unit needs the permission in both.
    public void revise(SecretEntryId id, long seen, SecretForm form) {
        var entry = entries.get(id);
        Scope.current().require(VaultSight.MANAGE, form.unit());
        change(entry, VaultSight.MANAGE, new VaultAct.ReviseSecret(form), seen, () -> {
            requireSound(form);
            return unlessTaken(() -> entries.revise(id, seen, form, clock.instant(), renewBy(form, entry.renewedAt())));
        });
    }

    /// @param typed the new password; null to have one made
    public void renew(SecretEntryId id, long seen, @Nullable String typed, @Nullable String reason) {
        var entry = entries.get(id);
        if (!entry.mayBeRenewedBy(Scope.current())) throw new Forbidden(VaultSight.RENEW);
        change(entry, VaultSight.RENEW, new VaultAct.RenewSecret(typed == null, reason), seen, () -> {
            var secret = secret(entry.secretKind(), typed);
            if (secret.equals(safe.open(id, entry.number())))
                throw Refused.invalid("secret-same").at("secret");
            var now = clock.instant();
            var renewBy = renewBy(entry.renewDays(), entry.system(), entry.unit(), now);
            if (!entries.renew(entry, seen, now, renewBy)) return false;
            safe.put(id, entry.number() + 1, secret, typed == null, now);
            return true;
        });
    }

    public void retire(SecretEntryId id, long seen, VaultAct.RetireSecret why) {
        var entry = entries.get(id);
        change(entry, VaultSight.MANAGE, why, seen, () -> {
            var now = clock.instant();
            if (!entries.retire(id, seen, now)) return false;
            safe.supersede(id, now);
            return true;
        });
    }

    private void change(SecretEntry entry, String permission, VaultAct act, long seen, BooleanSupplier work) {
        entry.inCustody(() -> operations.administer(entry.act(permission, act).seenIn(seen), Boolean.class, () -> {
            sight.tell();
            entry.requireInUse();
            if (entry.version() != seen || !work.getAsBoolean())
                throw new Stale(Map.of("version", entries.get(entry.id()).version()));
            return true;
        }));
    }

    private String secret(SecretKind kind, @Nullable String typed) {
        if (typed != null) {
            maker.check(typed);
            return typed;
        }
        if (!kind.canBeMade()) throw Refused.invalid("secret-typed").at("secret");
        return maker.make();
    }

    private void requireSound(SecretForm form) {
        directory.requireUnit(form.unit());
        if (directory
                .scopeOf(form.custodian())
                .filter(it -> it.maySomewhere(VaultSight.OWN))
                .isEmpty()) throw Refused.invalid("secret-custodian").at("custodian");
        directory.requirePerson(form.filedWith());
        if (form.system() != null) systems.requireSystem(form.system());
    }

    private Instant renewBy(SecretForm form, Instant now) {
        return renewBy(form.renewDays(), form.system(), form.unit(), now);
    }

    private Instant renewBy(@Nullable Integer days, @Nullable SystemId system, UnitId unit, Instant now) {
        var scope = SettingScope.of(system == null ? null : system.value(), unit.value());
        return now.plus(Duration.ofDays(days == null ? settings.value(VaultSettings.RENEWAL, scope) : days));
    }

    private static void unlessTaken(Runnable write) {
        unlessTaken(() -> {
            write.run();
            return true;
        });
    }

    private static boolean unlessTaken(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (DuplicateKeyException e) {
            throw new Refused("secret-name-taken").at("name");
        }
    }
}
