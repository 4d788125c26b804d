package io.hengwei.process.sla;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is promised, to whom and for what (SLA-01, 02, 04, 09): a service level agreement, an agreement between our own
/// lines, or a contract with a vendor.
///
/// @param grade of the service, in the words of those who agreed: `金牌`
/// @param clause where it is written down
/// @param units to which it is promised, with all below them; all, when empty
/// @param systems for which it is promised; all, when empty
/// @param leftOut sorts of matters of which it does not speak (`CONSULTATION`)
/// @param terms scope and exclusions in words
/// @param hours calendar of the service hours, where a promise names none of its own
/// @param from first day on which it holds; null for always
/// @param until last day on which it holds; null for ever
/// @param promises asked in this order; the first that fits decides
/// @param shares of the time for restoration that each line has, between our own lines
public record Agreement(
        @NotBlank @Size(max = 100) String name,
        @NotNull AgreementKind kind,
        @Nullable @Size(max = 40) String grade,
        @Nullable @Size(max = 200) String clause,
        @NotNull @Size(max = 50) List<@NotNull UUID> units,
        @NotNull @Size(max = 50) List<@NotNull UUID> systems,
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Z_]{1,40}") String> leftOut,
        @Nullable @Size(max = 2000) String terms,
        @Nullable @Size(max = 60) String hours,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @NotNull @Size(max = 100) List<@NotNull @Valid Promise> promises,
        @NotNull @Size(max = 9) List<@NotNull @Valid Share> shares) {
    /// @param percent of the time for restoration
    public record Share(
            @Min(1) @Max(9) int line, @Min(1) @Max(100) int percent) {}

    /// The lines share just what there is.
    @JsonIgnore
    @AssertTrue(message = "{sla.agreement.shares}")
    public boolean isSharedOut() {
        var lines = shares.stream().map(Share::line).distinct().count();
        return shares.isEmpty()
                || lines == shares.size()
                        && shares.stream().mapToInt(Share::percent).sum() == 100;
    }

    /// An agreement speaks of the clocks of its kind, and only the one between lines of shares.
    @JsonIgnore
    @AssertTrue(message = "{sla.agreement.kind}")
    public boolean isOfItsKind() {
        if (kind == null || promises == null || shares == null) return true;
        return promises.stream().allMatch(promise -> promise.clock() == null || kind.speaksOf(promise.clock()))
                && (kind == AgreementKind.OLA || shares.isEmpty());
    }

    @JsonIgnore
    @AssertTrue(message = "{sla.agreement.days}")
    public boolean isInOrder() {
        return from == null || until == null || !until.isBefore(from);
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
