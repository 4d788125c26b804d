package io.hengwei.platform.record;

/// How clocks, lists and people see a state: whether the record is open, and whose turn it is.
public record Standing(Phase phase, Turn turn) {}
