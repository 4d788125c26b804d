package io.hengwei.platform.record;

/// What clocks and work lists see of a state: is somebody to act, is the record waiting for something outside, is it
/// over.
public enum Phase {
    OPEN,
    WAITING,
    DONE
}
