package io.hengwei.process.sla;

/// What a clock measures: until a new event is confirmed, until the first measure is taken, until the service is
/// restored; and how long a vendor has had it.
enum ClockName {
    CONFIRM,
    RESPONSE,
    RESTORE,
    VENDOR;

    /// Whether it measures our own work: what a vendor takes is not what a record is due by.
    boolean ours() {
        return this != VENDOR;
    }
}
