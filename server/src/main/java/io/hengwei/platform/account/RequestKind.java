package io.hengwei.platform.account;

/// Joiner, mover, leaver.
public enum RequestKind {
    NEW,
    CHANGE,
    CLOSE
}
