package io.hengwei.resource.vault;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.resource.cmdb.SystemId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A confidential password as acts judge it. Its custodian renews and reads it without a grant over its unit.
///
/// @param number of the password that holds now
record SecretEntry(
        SecretEntryId id,
        UnitId unit,
        String name,
        @Nullable SystemId system,
        UserId custodian,
        SecretKind secretKind,
        @Nullable Integer renewDays,
        int number,
        Instant renewedAt,
        long version,
        @Nullable Instant retiredAt) {
    static final String KIND = "SECRET";
    private static final Set<String> OF_THE_CUSTODIAN = Set.of(VaultSight.RENEW, VaultSight.REVEAL);

    boolean isKeptBy(Scope scope) {
        return custodian.equals(scope.me()) && scope.maySomewhere(VaultSight.OWN);
    }

    boolean mayBeSeenBy(Scope scope) {
        return scope.may(VaultSight.LIST, unit) || isKeptBy(scope) && scope.admits(VaultSight.LIST);
    }

    boolean may(Scope scope, String permission) {
        return scope.may(permission, unit)
                || OF_THE_CUSTODIAN.contains(permission) && isKeptBy(scope) && scope.admits(permission);
    }

    /// It is changed by its custodian, and by whoever manages the vault of its unit; by nobody else, whatever he may
    /// read.
    boolean mayBeRenewedBy(Scope scope) {
        return may(scope, VaultSight.RENEW) && (isKeptBy(scope) || scope.may(VaultSight.MANAGE, unit));
    }

    Act act(String permission, VaultAct act) {
        return new Act(permission, unit, KIND, id.value(), act);
    }

    /// Does the work with what custody of this one entry adds to the person's grants.
    <T> T inCustody(Supplier<T> work) {
        var scope = Scope.current();
        if (!isKeptBy(scope) || scope.trusted()) return work.get();
        var permissions = new HashMap<>(scope.permissions());
        var here = new Reach(false, Set.of(unit));
        OF_THE_CUSTODIAN.forEach(permission -> permissions.merge(permission, here, Reach::and));
        return Scope.as(
                new Scope(scope.me(), scope.sight(), scope.groups(), permissions, false, scope.narrowed()), work);
    }

    void requireInUse() {
        if (retiredAt != null) throw new Refused("secret-retired");
    }
}
