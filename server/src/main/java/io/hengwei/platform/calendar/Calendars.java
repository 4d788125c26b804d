package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarVersions.Head;
import io.hengwei.platform.shared.NotFound;
import java.time.Clock;
import java.time.Instant;
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
        return at(id, clock.instant());
    }

    /// The version that was in force then.
    public CalendarVersion at(String id, Instant at) {
        return Head.inForce(heads(), id, at).map(this::version).orElseThrow(() -> new NotFound(id));
    }

    /// By which version time has been counted from when on, the oldest first, until today.
    public List<CalendarTurn> turns(String id) {
        return Head.course(heads(), id, clock.instant()).entrySet().stream()
                .map(turn -> new CalendarTurn(
                        turn.getKey(),
                        turn.getValue().version(),
                        byId(id, turn.getValue().version())))
                .toList();
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

    /// What has been read is read again.
    void forget() {
        heads = null;
    }

    private CalendarVersion version(Head head) {
        return new CalendarVersion(
                head.id(),
                head.version(),
                head.name(),
                head.source(),
                head.base(),
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
