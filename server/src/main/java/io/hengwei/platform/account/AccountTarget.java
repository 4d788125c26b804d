package io.hengwei.platform.account;

/// Of what the account is: of Hengwei itself, or of a system that is looked after here.
public enum AccountTarget {
    HENGWEI,
    APPLICATION
}
