package io.hengwei.platform.account.review;

/// What is to become of an account.
public enum ReviewVerdict {
    KEEP,
    CHANGE,
    CLOSE
}
