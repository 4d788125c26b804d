package io.hengwei.platform.account.review;

/// What about an account deserves a second look.
enum AccountHint {
    NEVER_SIGNED_IN,
    UNUSED,
    NO_STAFF_NUMBER,
    LEFT,
    ENDS_SOON,
    ADMINISTRATOR,
    BY_DELEGATION
}
