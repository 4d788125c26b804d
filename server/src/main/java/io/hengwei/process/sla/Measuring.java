package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarVersion;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long a limit is by a version of a calendar: a day may have become longer, or end earlier. A calendar whose
/// few hours do not add up to the limit in any time stops nobody's clock: it is counted around the clock.
final class Measuring {
    private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);

    private final Supplier<CalendarVersion> always;

    Measuring(Supplier<CalendarVersion> always) {
        this.always = always;
    }

    /// So much working time by this version of a calendar.
    record Length(Duration time, String calendar, int version) {}

    Length of(Limit limit, String id, int version, WorkCalendar calendar, Instant startedAt) {
        try {
            return new Length(limit.length(calendar, startedAt), id, version);
        } catch (DateTimeException e) {
            LOG.warn("{} does not end by the calendar {}; it is counted around the clock", limit, id);
            var around = always.get();
            return new Length(limit.length(around.calendar(), startedAt), around.id(), around.version());
        }
    }

    /// The same target by another version.
    Target by(Target target, String id, int version, WorkCalendar calendar, Instant startedAt) {
        return target.measured(of(Limit.parse(target.limit()), id, version, calendar, startedAt));
    }
}
