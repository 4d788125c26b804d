package io.hengwei.process.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/// How often and how long a clock stands still for a reason. What waits longer waits on, but its time runs again.
public record PauseLimits(@NotNull @Size(max = 20) List<@NotNull @Valid Row> rows) {
    static final PauseLimits NONE = new PauseLimits(List.of());

    /// @param reason `REQUESTER`
    /// @param times null for as often as it takes
    /// @param longest on the wall, from each beginning; null for as long as it takes
    public record Row(
            @NotBlank @Size(max = 40) String reason,
            @Nullable @Min(0) @Max(100) Integer times,

            @Nullable @DurationMin(minutes = 1) @DurationMax(days = 366)
            Duration longest) {}

    @Nullable
    Row of(@Nullable String reason) {
        return rows.stream()
                .filter(row -> row.reason().equals(reason))
                .findFirst()
                .orElse(null);
    }
}
