package io.hengwei.platform.record;

/// Marks commands that only the system performs: they follow from something else and are offered to nobody.
public interface AutomaticCommand {}
