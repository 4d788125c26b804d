package io.hengwei.process.sla;

import io.hengwei.platform.calendar.Limit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of an agreement: for what it is meant, and within what time. An empty list means whatever it is.
///
/// @param limit `PT2H` of working time, `P2D` working days, `EOD`
/// @param calendar by which it is counted; null for the agreement's own, or else that of the rules
/// @param warning percent of the limit after which a breach threatens; null for that of the rules
public record Promise(
        @NotNull ClockName clock,
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Z_]{1,40}") String> matters,
        @NotNull @Size(max = 3) List<@NotNull @Pattern(regexp = "[ABC]") String> classes,
        @NotNull @Size(max = 4) List<@NotNull @Pattern(regexp = "LEVEL_(I|II|III|IV)") String> levels,
        @NotNull @Size(max = 4) List<@NotNull @Pattern(regexp = "P[1-4]") String> priorities,

        @NotNull @Pattern(regexp = "EOD|P[1-9]\\d{0,2}D|PT(?=\\d)([1-9]\\d{0,3}H)?([1-9]\\d{0,4}M)?")
        String limit,

        @Nullable @Size(max = 60) String calendar,
        @Nullable @Min(1) @Max(100) Integer warning) {

    boolean fits(ClockName clock, Bearings about) {
        return this.clock == clock
                && fits(matters, about.matter())
                && fits(classes, about.systemClass().name())
                && fits(levels, about.level().name())
                && fits(priorities, about.priority());
    }

    private static boolean fits(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    Limit asLimit() {
        return Limit.parse(limit);
    }
}
