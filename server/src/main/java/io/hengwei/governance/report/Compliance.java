package io.hengwei.governance.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many limits were kept and missed in a period. What was missed counts when it was missed, what was kept when it
/// was reached: of the missed ones there are just as many as the list of breaches shows.
///
/// @param rate of those kept, of one; null where there was none
record Compliance(
        long met,
        long missed,
        @Nullable Double rate,
        List<Month> byMonth,
        List<Cut> byLevel,
        List<Cut> byPriority,
        List<Cut> byUnit,
        List<Cut> byGroup,
        List<Cut> bySystem) {
    /// @param from its first day
    record Month(LocalDate from, long met, long missed) {}

    /// @param key code or id; null for those that have none
    /// @param name null where the code says it
    record Cut(@Nullable String key, @Nullable String name, long met, long missed) {}

    static @Nullable Double rate(long met, long missed) {
        return met + missed == 0 ? null : (double) met / (met + missed);
    }
}
