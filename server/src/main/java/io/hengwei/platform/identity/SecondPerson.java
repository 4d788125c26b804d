package io.hengwei.platform.identity;

import io.hengwei.platform.shared.UserId;
import org.jspecify.annotations.Nullable;

/// Somebody who is here proves with the own account who that is, in the window of another person (WO-13, CHG-13). No
/// session begins by it. Wrong passwords and codes count as at the door.
public interface SecondPerson {
    /// @param code of the second factor, where the account has one
    /// @param address from which the window asks
    /// @throws io.hengwei.platform.shared.Refused 400 when the proof is not good, at `password` or `code`
    UserId prove(
            String username, String password, @Nullable String code, @Nullable String address, @Nullable String agent);
}
