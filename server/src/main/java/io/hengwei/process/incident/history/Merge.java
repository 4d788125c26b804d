package io.hengwei.process.incident.history;

import io.hengwei.platform.record.RecordId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rows of one record add to what is known of it.
///
/// @param known what has come in before; null for a new record
/// @param rows all the file has of it
/// @param fresh those that are new, in the order in which they happened
/// @param outcome the last thing known of it, before or now
record Merge(@Nullable Known known, List<Row> rows, List<Row> fresh, Event outcome) {
    private static final Comparator<Row> IN_TIME =
            Comparator.comparing(Row::event, Event.IN_TIME).thenComparing(Row::line);

    record Row(long line, long key, Event event) {}

    /// @param version of our record; it has as many events as keys, unless somebody has acted on it here
    /// @param here whether it belongs to the import's unit
    record Known(RecordId incident, String number, long version, boolean here, Set<Long> keys, Event last) {}

    enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    static Merge of(@Nullable Known known, List<Row> rows) {
        var sorted = rows.stream().sorted(IN_TIME).toList();
        var fresh = known == null
                ? sorted
                : sorted.stream()
                        .filter(row -> !known.keys().contains(row.key()))
                        .toList();
        var last = sorted.getLast().event();
        var outcome = known == null || Event.IN_TIME.compare(last, known.last()) >= 0 ? last : known.last();
        return new Merge(known, sorted, fresh, outcome);
    }

    Effect effect() {
        if (known == null) return Effect.CREATED;
        if (fresh.isEmpty() && outcome.equals(known.last())) return Effect.UNCHANGED;
        return known.here() && known.version() == known.keys().size() ? Effect.UPDATED : Effect.REFUSED;
    }

    boolean writes() {
        return effect() == Effect.CREATED || effect() == Effect.UPDATED;
    }

    long version() {
        return (known == null ? 0 : known.version()) + fresh.size();
    }

    String externalNumber() {
        return Objects.requireNonNull(rows.getFirst()).event().number();
    }
}
