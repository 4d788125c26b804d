package io.hengwei.platform.secret;

import java.util.List;
import java.util.UUID;

/// A column of sealed values, declared as a bean by the module that keeps it, so that the values can be sealed anew
/// when the master key changes, and the start knows whether any depend on it. Called as the system, in a transaction.
public interface SealedValues {
    /// @param context for which it was sealed
    record Sealed(UUID id, String context, byte[] value) {}

    /// What it is, for the log: `vault.secret`.
    String name();

    /// Values in the order of their ids, those behind this one, at most so many.
    List<Sealed> after(UUID id, int limit);

    /// Puts the fresh value in the place of the old one, unless somebody was quicker.
    ///
    /// @return whether it did
    boolean replace(Sealed old, byte[] fresh);
}
