package io.hengwei.platform.calendar;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What can be done with calendars. They belong to everybody, so publishing needs `calendar:publish` everywhere.
@Service
class CalendarAdministration {
    static final String PUBLISH = "calendar:publish";
    static final Duration FURTHEST = Duration.ofDays(366 * 3);

    /// @param effectiveFrom null for at once
    record PublishCalendar(
            String id,
            String name,
            CalendarLayer layer,
            String source,
            @Nullable Instant effectiveFrom) implements Operation {}

    private final CalendarPublisher publisher;
    private final Operations operations;
    private final Clock clock;

    CalendarAdministration(CalendarPublisher publisher, Operations operations, Clock clock) {
        this.publisher = publisher;
        this.operations = operations;
        this.clock = clock;
    }

    /// Adds a version and answers its number; the first one has always been in force. The calendars that stand on this
    /// one follow.
    ///
    /// @param seen the version on which the person built; 0 for a calendar that is new
    int publish(long seen, PublishCalendar calendar) {
        var subject = UUID.nameUUIDFromBytes(calendar.id().getBytes(StandardCharsets.UTF_8));
        var act = seen == 0
                ? Act.makingForEverybody(PUBLISH, "CALENDAR", subject, calendar)
                : Act.ofEverybody(PUBLISH, "CALENDAR", subject, calendar).seenIn(seen);
        return operations.administer(
                act,
                Integer.class,
                () -> publisher.publish(
                        calendar.id(),
                        seen,
                        calendar.name().strip(),
                        calendar.layer(),
                        calendar.source().strip(),
                        from(calendar.effectiveFrom()),
                        Scope.current().me()));
    }

    /// @throws Refused when it lies years away
    Instant from(@Nullable Instant effectiveFrom) {
        var now = clock.instant();
        if (effectiveFrom == null) return now;
        if (Duration.between(now, effectiveFrom).abs().compareTo(FURTHEST) > 0)
            throw Refused.invalid("calendar-from").at("effectiveFrom");
        return effectiveFrom;
    }
}
