package io.hengwei.platform.notification.robot;

/// Why a robot was not told.
enum PostFailure {
    /// Nobody answers at its address, or the way there is broken.
    NO_ANSWER,
    TIMED_OUT,
    /// Sent on to another address: where that leads nobody has permitted.
    REDIRECTED,
    /// An answer that ends too early, or does not end at all.
    BROKEN_ANSWER,
    NOT_UNDERSTOOD,
    HTTP_ERROR,
    /// The provider says no, in its own words.
    REFUSED,
    /// Its host is let through no more, or leads to an address within this network.
    ADDRESS_REFUSED,
    /// What was sealed does not open under the master key of this server.
    SEALED,
    SWITCHED_OFF
}
