package io.hengwei.platform.account.review;

import io.hengwei.platform.shared.UserId;
import java.util.LinkedHashSet;
import java.util.Set;

/// Who decides in a round.
///
/// @param heads those nearest to the unit
/// @param standIns who acts for one of them now
/// @param alone heads about whose own account none of the others can decide
/// @param above who decides about those instead
record Panel(Set<UserId> heads, Set<UserId> standIns, Set<UserId> alone, Set<UserId> above) {
    boolean includes(UserId person) {
        return heads.contains(person) || standIns.contains(person);
    }

    /// @param aboutThem whether an account of `alone` is still to be decided
    Set<UserId> all(boolean aboutThem) {
        var all = new LinkedHashSet<>(heads);
        all.addAll(standIns);
        if (aboutThem) all.addAll(above);
        return all;
    }
}
