package io.hengwei.process.servicedesk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call on one of the two lines: the desk's in working hours, the mobile one around the clock (DESK-08).
public record Call(
        @NotNull Line line,
        @NotNull Instant startedAt,
        @NotNull @Min(0) @Max(600) Integer minutes,
        @Nullable @Size(max = 500) String outcome) {
    public enum Line {
        DESK,
        MOBILE
    }
}
