package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarVersions.Head;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The calendars by which time is counted. A version is kept in memory for good; which version is in force is looked up
/// at most once a second, so every node follows within a second.
@Service
public class Calendars {
    public static final String STANDARD = "STANDARD";
    public static final String ALWAYS = "ALWAYS";
    private static final long FRESH_NANOS = 1_000_000_000L;

    private record Key(String id, int version) {}

    private record Heads(List<Head> all, long readAt) {
        boolean fresh() {
            return System.nanoTime() - readAt < FRESH_NANOS;
        }
    }

    private final CalendarVersions versions;
    private final Clock clock;
    private final ConcurrentHashMap<Key, WorkCalendar> known = new ConcurrentHashMap<>();
    private volatile @Nullable Heads heads;

    Calendars(CalendarVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /// The calendar as it stands today.
    public WorkCalendar byId(String id) {
        return current(id).calendar();
    }

    /// The calendar as it stood when a clock was started by it.
    public WorkCalendar byId(String id, int version) {
        var key = new Key(id, version);
        var calendar = known.get(key);
        if (calendar == null) {
            // no computeIfAbsent: a query must not run under its lock
            var definition = versions.definition(id, version).orElseThrow(() -> new NotFound(id + "/" + version));
            calendar = new WorkCalendar(definition);
            known.put(key, calendar);
        }
        return calendar;
    }

    /// The version in force, for who must remember which one it was.
    public CalendarVersion current(String id) {
        var now = clock.instant();
        return heads().stream()
                .filter(head -> head.id().equals(id) && !head.effectiveFrom().isAfter(now))
                .max(Comparator.comparing(Head::effectiveFrom).thenComparing(Head::version))
                .map(this::version)
                .orElseThrow(() -> new NotFound(id));
    }

    /// All calendars as they stand today.
    public List<CalendarVersion> all() {
        var now = clock.instant();
        return heads().stream()
                .filter(head -> !head.effectiveFrom().isAfter(now))
                .map(Head::id)
                .distinct()
                .map(this::current)
                .toList();
    }

    /// Adds a version and answers its number; the first one has always been in force.
    int publish(String id, String name, CalendarDefinition definition, String source, Instant effectiveFrom) {
        int version = latest(id) + 1;
        var from = version == 1 ? Instant.EPOCH : effectiveFrom;
        if (!add(new Head(id, version, name, source, false, from), definition)) {
            throw new Refused("calendar-version", id);
        }
        return version;
    }

    /// Adds what the product ships, when that is new and nobody has made the calendar his own.
    void ship(String id, String name, CalendarDefinition definition, String source) {
        var last = reread().stream().filter(head -> head.id().equals(id)).reduce((ignored, later) -> later);
        if (last.isEmpty()) {
            add(new Head(id, 1, name, source, true, Instant.EPOCH), definition);
        } else if (last.get().shipped()
                && !byId(id, last.get().version()).definition().equals(definition)) {
            add(new Head(id, last.get().version() + 1, name, source, true, clock.instant()), definition);
        }
    }

    /// False when another node was faster, which is as well for what is shipped.
    private boolean add(Head head, CalendarDefinition definition) {
        boolean added = versions.add(head, definition, clock.instant());
        heads = null;
        return added;
    }

    private int latest(String id) {
        return reread().stream()
                .filter(head -> head.id().equals(id))
                .mapToInt(Head::version)
                .max()
                .orElse(0);
    }

    private CalendarVersion version(Head head) {
        return new CalendarVersion(
                head.id(),
                head.version(),
                head.name(),
                head.source(),
                head.effectiveFrom(),
                byId(head.id(), head.version()));
    }

    private List<Head> heads() {
        var read = heads;
        return read != null && read.fresh() ? read.all() : reread();
    }

    private List<Head> reread() {
        var read = new Heads(versions.heads(), System.nanoTime());
        heads = read;
        return read.all();
    }
}
