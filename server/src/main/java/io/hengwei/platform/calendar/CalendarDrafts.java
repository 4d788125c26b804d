package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarVersions.Head;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What calendars come to that nobody has published yet, and all calendars that stand on them.
@Component
public class CalendarDrafts {
    private static final String DRAFT = "draft";

    private final CalendarVersions versions;
    private final Clock clock;

    CalendarDrafts(CalendarVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /// @param drafts by the calendar's id
    /// @return by the calendar's id, as they would stand now
    /// @throws io.hengwei.platform.shared.Refused where one stands on itself, or on none that there is
    @Transactional(readOnly = true)
    public Map<String, WorkCalendar> of(Map<String, CalendarLayer> drafts) {
        var now = clock.instant();
        var publication = new Publication(versions);
        drafts.forEach((id, layer) -> publication.publish(id, id, layer, DRAFT, false, now));
        return added(publication, now);
    }

    /// What a publication changes, as it stands at an instant.
    static Map<String, WorkCalendar> added(Publication publication, Instant at) {
        var added = new LinkedHashMap<String, WorkCalendar>();
        publication.added().stream()
                .map(version -> version.head().id())
                .distinct()
                .forEach(id -> added.put(id, new WorkCalendar(then(publication, id, at))));
        return added;
    }

    static CalendarDefinition then(Publication publication, String id, Instant at) {
        return publication.definition(Head.inForce(publication.heads(), id, at).orElseThrow());
    }
}
