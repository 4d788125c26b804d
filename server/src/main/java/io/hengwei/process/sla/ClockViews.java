package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.record.RecordClocks;
import io.hengwei.platform.record.RecordId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of a record as its page shows them.
@Component
@Transactional(readOnly = true)
class ClockViews implements RecordClocks {
    private final ClockRows rows;
    private final ClockFold fold;
    private final Calendars calendars;
    private final Clock clock;

    ClockViews(ClockRows rows, ClockFold fold, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.fold = fold;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<ClockView> of(RecordId record) {
        var now = clock.instant();
        return rows.of(record.value()).stream()
                .sorted(Comparator.comparing(RecordClock::name))
                .map(each -> view(each, now))
                .toList();
    }

    @Override
    public String met(String id) {
        return "(select k.outcome = 'MET' from sla.clock k where k.record = " + id + " and k.name = 'RESTORE')";
    }

    private ClockView view(RecordClock each, Instant now) {
        var state = each.state();
        var target = state.target();
        var left = state.isOver() ? null : target.length().minus(fold.counted(state, now));
        return new ClockView(
                each.id(),
                each.name().name(),
                state.state(),
                state.outcome(),
                target.limit(),
                target.length().toMinutes(),
                state.startedAt(),
                fold.dueAt(state),
                state.stoppedAt(),
                left == null ? null : minutes(left),
                left == null ? null : share(left, target.length()),
                calendars.current(target.calendar()).name(),
                target.proposed());
    }

    /// Whole minutes: none left is 0, one second over is −1.
    private static long minutes(Duration left) {
        return Math.floorDiv(left.toSeconds(), 60L);
    }

    private static double share(Duration left, Duration length) {
        return Math.round(1000.0 * left.toMillis() / length.toMillis()) / 1000.0;
    }
}
