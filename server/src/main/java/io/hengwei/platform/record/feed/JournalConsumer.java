package io.hengwei.platform.record.feed;

import java.util.List;

/// What follows from acts and may be late. Runs as the system in one transaction with its own position: what it writes
/// to the database happens once, what it does outside may happen again after a crash, so it must be idempotent and
/// fast.
public interface JournalConsumer {
    /// Name of its position; never changes.
    String name();

    void consume(List<JournalLine> lines);
}
