package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarVersions.Head;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes versions of calendars, one publication after the other.
@Component
@Transactional
class CalendarPublisher {
    private final CalendarVersions versions;
    private final Calendars calendars;
    private final Clock clock;

    CalendarPublisher(CalendarVersions versions, Calendars calendars, Clock clock) {
        this.versions = versions;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param seen the version on which the person built; 0 for a calendar that is new
    /// @return the number of the new version
    public int publish(
            String id, long seen, String name, CalendarLayer layer, String source, Instant from, @Nullable UserId by) {
        versions.hold();
        var publication = new Publication(versions);
        var latest = publication.heads().stream()
                .filter(head -> head.id().equals(id))
                .count();
        if (latest != seen) throw new Stale(latest);
        requireNews(publication, id, name, layer, from);
        publication.publish(id, name, layer, source, false, from);
        write(publication, by);
        return (int) latest + 1;
    }

    /// A version that says what the one in force says already is none.
    private void requireNews(Publication publication, String id, String name, CalendarLayer layer, Instant from) {
        var now = clock.instant();
        var before = Head.inForce(publication.heads(), id, from.isAfter(now) ? from : now);
        if (before.filter(head -> head.name().equals(name) && isAsWritten(head, layer))
                .isPresent()) throw Refused.invalid("calendar-unchanged");
    }

    /// Adds what the product ships, when that is new and nobody has made the calendar his own.
    public void ship(String id, String name, CalendarLayer layer, String source) {
        versions.hold();
        var publication = new Publication(versions);
        var last = publication.heads().stream()
                .filter(head -> head.id().equals(id))
                .reduce((ignored, later) -> later);
        if (last.isPresent() && (!last.get().shipped() || isAsWritten(last.get(), layer))) return;
        publication.publish(id, name, layer, source, true, clock.instant());
        write(publication, null);
    }

    private boolean isAsWritten(Head head, CalendarLayer layer) {
        return versions.layer(head.id(), head.version()).filter(layer::equals).isPresent();
    }

    private void write(Publication publication, @Nullable UserId by) {
        var now = clock.instant();
        publication.added().forEach(version -> versions.add(version, by, now));
        afterCommit(calendars::forget);
    }

    /// Nobody remembers a version that is not there for everybody yet.
    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
