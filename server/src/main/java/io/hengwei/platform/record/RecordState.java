package io.hengwei.platform.record;

/// Implemented by the state enum of every record kind.
public interface RecordState {
    String name();

    Phase phase();

    Turn turn();
}
