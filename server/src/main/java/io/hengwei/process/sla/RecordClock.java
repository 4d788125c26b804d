package io.hengwei.process.sla;

import java.util.UUID;

/// A clock as it is kept: whose it is, and where it stands.
///
/// @param events how many have happened to it
record RecordClock(UUID id, UUID record, String kind, ClockName name, ClockState state, int events) {
    RecordClock at(ClockState later) {
        return new RecordClock(id, record, kind, name, later, events);
    }
}
