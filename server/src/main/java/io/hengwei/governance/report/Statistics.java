package io.hengwei.governance.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures over the incidents of a filter. Shares are of one; null where nothing can be divided.
///
/// @param events entries in the stories of all of them
/// @param awaitedUser how many ever waited for their requester
record Statistics(
        long total,
        long events,
        Met met,
        FirstLine firstLine,
        Reassigned reassigned,
        Reopened reopened,
        Resolution resolution,
        List<Part> byPriority,
        List<Part> byLevel,
        List<Part> byState,
        List<Part> byKind,
        List<Top> topCategories,
        List<Top> topGroups,
        List<Top> topSystems,
        long awaitedUser,
        long withProblem,
        long withChange,
        List<Day> perDay) {
    /// Whether limits were kept: what an import says of its records, the clock for restoration of ours.
    ///
    /// @param share of those of which it is known
    record Met(long yes, long no, long unknown, @Nullable Double share) {}

    /// @param share of what was resolved: without leaving the first line
    record FirstLine(long yes, @Nullable Double share) {}

    record Reassigned(
            long never,
            @Nullable Double neverShare,
            @Nullable Double mean,
            long max) {}

    record Reopened(long count, @Nullable Double share) {}

    /// From opening to resolution in elapsed hours, where the resolution is known. Median and ninetieth
    /// percentile have one definition: the least value that at least the share lies at or below, and where
    /// exactly the share does, the middle between it and the next (type 2 of Hyndman and Fan). Of the usual
    /// definitions it alone gives what is known of the ServiceNow log, whose 4,208 times have the middle
    /// ones 90.75 and 90.80: a median of 90.78 (pure nearest rank: 90.75) and 553.73 for nine tenths
    /// (interpolated, as in spreadsheets: 553.65).
    record Resolution(
            long known,
            @Nullable Double medianHours,
            @Nullable Double meanHours,
            @Nullable Double p90Hours) {}

    /// @param key null for those that have none
    record Part(@Nullable String key, long total, long met) {}

    record Top(@Nullable String key, @Nullable String label, long total) {}

    record Day(LocalDate date, long opened, long resolved) {}
}
