package io.hengwei.platform.identity;

/// Whose account it is: one person's, or an outside system's, which has no staff number and is asked for no consent.
public enum AccountClass {
    PERSON,
    INTEGRATION
}
