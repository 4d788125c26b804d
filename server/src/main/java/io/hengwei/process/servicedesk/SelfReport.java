package io.hengwei.process.servicedesk;

import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.Urgency;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an employee says on the self-service page (DESK-03): only the description is needed, the desk asks for the
/// rest.
public record SelfReport(
        @NotBlank @Size(max = 10_000) String description,
        @Nullable @Size(max = 200) String title,
        @Nullable IncidentKind kind,
        @Nullable Instant occurredAt,
        @Nullable Impact impact,
        @Nullable Effect effect,
        @Nullable Urgency urgency,
        @Nullable UUID system) {
    private static final int TITLE = 60;

    /// The first line of the description, when no title was given.
    String titleOrFirstLine() {
        if (title != null && !title.isBlank()) return title;
        var line = description.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }
}
