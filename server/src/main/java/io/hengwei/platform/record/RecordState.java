package io.hengwei.platform.record;

/// Implemented by the state enum of every record kind.
public interface RecordState {
    String name();

    Standing standing();

    default Phase phase() {
        return standing().phase();
    }

    default Turn turn() {
        return standing().turn();
    }
}
