package io.hengwei.platform.account.review;

/// Why accounts are reviewed.
public enum ReviewCause {
    /// All accounts of a unit, from time to time.
    PERIODIC,
    /// The person works in another unit now.
    MOVED,
    /// The person has another post now.
    POST_CHANGED,
    /// A temporary account ends soon.
    ENDING;

    boolean ofOne() {
        return this != PERIODIC;
    }
}
