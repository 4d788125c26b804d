package io.hengwei.demo;

import io.hengwei.process.incident.Cause;
import io.hengwei.process.incident.Domain;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.Urgency;
import org.jspecify.annotations.Nullable;

/// Something that happens to the people of the demo company again and again (`demo/matters.json`).
///
/// @param onSite somebody has to go there
/// @param branch the only one it happens to
/// @param desk the desk answers it itself
/// @param vendor a vendor is waited for
/// @param spare a spare part is waited for
/// @param major it troubles everybody
record Matter(
        String system,
        IncidentKind kind,
        String title,
        String text,
        Domain domain,
        Cause cause,
        String category,
        Impact impact,
        Effect effect,
        Urgency urgency,
        boolean onSite,
        @Nullable String branch,
        @Nullable Boolean desk,
        @Nullable Boolean vendor,
        @Nullable Boolean spare,
        @Nullable Boolean major,
        String summary,
        @Nullable String rootCause,
        String test) {
    boolean forDesk() {
        return Boolean.TRUE.equals(desk);
    }

    boolean needsOthers() {
        return Boolean.TRUE.equals(vendor) || Boolean.TRUE.equals(spare);
    }

    boolean isMajor() {
        return Boolean.TRUE.equals(major);
    }

    boolean isAlert() {
        return kind == IncidentKind.ALERT;
    }

    /// Handled around the clock, not in working hours only.
    boolean cannotWait() {
        return isMajor() || urgency == Urgency.HIGH && effect == Effect.UNUSABLE && impact != Impact.ONE_PERSON;
    }
}
