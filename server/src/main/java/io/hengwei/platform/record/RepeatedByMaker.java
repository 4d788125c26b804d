package io.hengwei.platform.record;

/// An operation that nobody but its maker can do: it comes with something that is never written down (a password, a
/// file), or it answers with something for the maker's eyes (a token, a list). Held, it is released once somebody has
/// consented, and its maker does just that once more. Every other operation has a `Performer`.
public interface RepeatedByMaker extends Operation {
    /// Whether this one is: some come with a secret only at times, and have a performer for the others.
    default boolean repeated() {
        return true;
    }
}
