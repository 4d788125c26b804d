package io.hengwei.platform.record;

public enum LinkType {
    RAISED_FROM,
    RELATES_TO,
    DUPLICATE_OF,
    CAUSED_BY
}
