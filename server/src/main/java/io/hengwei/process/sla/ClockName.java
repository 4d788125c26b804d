package io.hengwei.process.sla;

/// What a clock measures: until a new event is confirmed, until the first measure is taken, until the service is
/// restored.
enum ClockName {
    CONFIRM,
    RESPONSE,
    RESTORE
}
