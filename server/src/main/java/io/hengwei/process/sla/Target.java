package io.hengwei.process.sla;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a clock is measured against, laid down when it starts and anew when level or class of its record change.
///
/// @param limit as the rule states it: `PT2H`, `P2D`, `EOD`
/// @param length the working time that the limit grants from the clock's start
/// @param warnAfter so much working time after which a breach threatens
/// @param proposed whether the figure is a default nobody has adopted yet
/// @param marks where on its way something happens
/// @param source which rule or promise it is; null where it was laid down before that was noted
record Target(
        String limit,
        Duration length,
        Duration warnAfter,
        String calendar,
        int calendarVersion,
        FaultLevel level,
        SystemClass systemClass,
        boolean proposed,
        @Nullable Source source,
        List<Escalation.Mark> marks) {

    /// As exact as it is kept, so that what is read again is equal.
    Target {
        length = length.truncatedTo(ChronoUnit.MICROS);
        warnAfter = warnAfter.truncatedTo(ChronoUnit.MICROS);
    }

    /// The same limit by another version of its calendar, which may grant another length.
    Target measured(Measuring.Length by) {
        var share = (double) warnAfter.toNanos() / length.toNanos();
        var warning = by.time().equals(length)
                ? warnAfter
                : Duration.ofNanos(Math.round(share * by.time().toNanos()));
        return new Target(
                limit, by.time(), warning, by.calendar(), by.version(), level, systemClass, proposed, source, marks);
    }

    /// Of the same length, whatever another version of its calendar says.
    Target kept(int version) {
        return measured(new Measuring.Length(length, calendar, version));
    }
}
