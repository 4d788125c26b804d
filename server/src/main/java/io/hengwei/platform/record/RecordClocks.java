package io.hengwei.platform.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Time limits of a record, supplied by the module that keeps clocks.
public interface RecordClocks {
    enum State {
        RUNNING,
        PAUSED,
        STOPPED,
        CANCELLED
    }

    enum Outcome {
        MET,
        MISSED
    }

    /// @param limit as the rule states it: `PT2H` working time, `P2D` working days, `EOD` end of the working day
    /// @param remainingMinutes working minutes left, negative when over; null when the clock stands
    /// @param remainingFraction of the limit, 1 at the start, below 0 when over
    /// @param proposed the figure is a default nobody has adopted yet
    record ClockView(
            UUID id,
            String name,
            State state,
            @Nullable Outcome outcome,
            String limit,
            long limitMinutes,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            @Nullable Long remainingMinutes,
            @Nullable Double remainingFraction,
            String calendar,
            boolean proposed) {}

    List<ClockView> of(RecordId record);

    /// For conditions of lists: an SQL expression over a record's id that says whether its limit for restoration was
    /// kept, null while that is open.
    String met(String id);
}
