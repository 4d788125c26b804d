package io.hengwei.governance.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many limits were kept and missed in a period. What was missed counts when it was missed, what was kept when it
/// was reached: of the missed ones there are just as many as the list of breaches shows. Limits of records that were
/// called off are neither.
///
/// Of units, groups and systems those with the most missed ones, at most 50 of each; what they leave of `met` and
/// `missed` belongs to the others.
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
    /// @param month by the calendar of the organisation's time zone
    /// @param from its first instant within the period
    /// @param to its last one within the period, exclusive
    record Month(YearMonth month, Instant from, Instant to, long met, long missed) {}

    /// @param key code or id; null for those that have none
    /// @param name null where the code says it
    record Cut(@Nullable String key, @Nullable String name, long met, long missed) {}

    static @Nullable Double rate(long met, long missed) {
        return met + missed == 0 ? null : (double) met / (met + missed);
    }
}
