package io.hengwei.process.sla;

import io.hengwei.platform.record.Journal;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Statement;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the journal that a limit threatens to be missed or was missed; notices and escalations read it there.
@Component
class ClockNotices {
    record ClockWarned(ClockName clock, Instant dueAt) implements Unheld {}

    record ClockBreached(ClockName clock, Instant dueAt) implements Unheld {}

    private final Journal journal;

    ClockNotices(Journal journal) {
        this.journal = journal;
    }

    Statement warned(UUID record, String kind, long version, UnitId unit, ClockName clock, Instant at, Instant dueAt) {
        return line(record, kind, version, unit, new ClockWarned(clock, dueAt), at);
    }

    Statement breached(UUID record, String kind, long version, UnitId unit, ClockName clock, Instant dueAt) {
        return line(record, kind, version, unit, new ClockBreached(clock, dueAt), dueAt);
    }

    private Statement line(UUID record, String kind, long version, UnitId unit, Operation notice, Instant at) {
        return journal.line(Journal.Entry.plain(record, kind, version, unit, notice, Scope.SYSTEM, at));
    }
}
