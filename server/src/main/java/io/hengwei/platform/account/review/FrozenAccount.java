package io.hengwei.platform.account.review;

import io.hengwei.platform.identity.AccountCensus.Account;
import io.hengwei.platform.identity.AccountCensus.HeldRole;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Administration;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An account as it stood when its round began.
record FrozenAccount(Account account, List<FrozenRole> roles, Set<AccountHint> hints) {
    /// @param lent held by standing in for somebody, and gone when that ends
    /// @param source the identity source that brings it by a group, and takes it when the person leaves that
    record FrozenRole(
            String role,
            String name,
            UnitId unit,
            String unitName,
            @Nullable Instant until,
            boolean administrator,
            boolean lent,
            @Nullable String source) {
        static FrozenRole of(HeldRole held) {
            return new FrozenRole(
                    held.role(),
                    held.name(),
                    held.unit(),
                    held.unitName(),
                    held.until(),
                    held.administration() != Administration.NONE,
                    held.standsInFor() != null,
                    held.source());
        }

        /// Granted here, so that it can be withdrawn here.
        boolean granted() {
            return !lent && source == null;
        }
    }

    /// @param unusedSince whoever signed in before has not used the account for long
    /// @param warnedUntil what ends before it ends soon
    static FrozenAccount of(Account account, List<HeldRole> held, Instant unusedSince, Instant warnedUntil) {
        var roles = held.stream().map(FrozenRole::of).toList();
        var hints = EnumSet.noneOf(AccountHint.class);
        var last = account.lastSignIn();
        if (!account.active()) hints.add(AccountHint.LEFT);
        if (last == null) hints.add(AccountHint.NEVER_SIGNED_IN);
        else if (last.isBefore(unusedSince)) hints.add(AccountHint.UNUSED);
        if (account.accountClass() == AccountClass.PERSON && account.staffNumber() == null)
            hints.add(AccountHint.NO_STAFF_NUMBER);
        if (account.endsAt() != null && account.endsAt().isBefore(warnedUntil)) hints.add(AccountHint.ENDS_SOON);
        if (roles.stream().anyMatch(FrozenRole::administrator)) hints.add(AccountHint.ADMINISTRATOR);
        if (roles.stream().anyMatch(FrozenRole::lent)) hints.add(AccountHint.BY_DELEGATION);
        return new FrozenAccount(account, roles, hints);
    }
}
