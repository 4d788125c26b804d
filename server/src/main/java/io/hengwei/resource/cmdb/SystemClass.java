package io.hengwei.resource.cmdb;

/// How much depends on a system: A most. Time limits are set by it.
public enum SystemClass {
    A,
    B,
    C
}
