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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happens when so much of a limit is used up (WO-07, INC-11): a clock keeps the steps with which it was given its
/// target, each is taken once, and what a step does is asked when it is taken.
public record Escalation(@NotNull @Size(max = 100) List<@NotNull @Valid Step> steps) {
    static final Escalation NONE = new Escalation(List.of());

    /// People beside those who hold a role.
    public enum Hearer {
        HANDLERS,
        DISPATCHER,
        WATCHERS
    }

    /// One step.
    ///
    /// @param clock null for all of our own
    /// @param levels empty for all
    /// @param percent of the limit; 100 is when it is missed, more lies behind that
    /// @param wall by time on the wall between start and end instead of by working time
    /// @param hearers who is told
    /// @param roles whose holders nearest to the record's unit are told
    /// @param robots that post it in their group
    /// @param raise whether the record's level goes up by one
    /// @param group to which the record is passed; null for none
    public record Step(
            @Nullable ClockName clock,
            @NotNull @Size(max = 4) List<@NotNull @Pattern(regexp = "LEVEL_(I|II|III|IV)") String> levels,
            @Min(1) @Max(1000) int percent,
            boolean wall,
            @NotNull @Size(max = 3) List<@NotNull Hearer> hearers,
            @NotNull @Size(max = 10) List<@NotBlank @Size(max = 40) String> roles,
            @NotNull @Size(max = 10) List<@NotNull UUID> robots,
            boolean raise,
            @Nullable UUID group) {
        /// What does nothing is no step.
        @JsonIgnore
        @AssertTrue(message = "{sla.escalation.nothing}")
        public boolean isSomething() {
            return raise
                    || group != null
                    || Stream.of(hearers, roles, robots).anyMatch(each -> each != null && !each.isEmpty());
        }

        Mark mark() {
            return new Mark(percent, wall);
        }

        boolean isFor(ClockName clock, FaultLevel level) {
            return (this.clock == null ? clock.ours() : this.clock == clock)
                    && (levels.isEmpty() || levels.contains(level.name()));
        }
    }

    /// Where on the way of a clock a step lies.
    record Mark(int percent, boolean wall) implements Comparable<Mark> {
        /// As it stands in its column.
        int written() {
            return percent * 2 + (wall ? 1 : 0);
        }

        static Mark read(int written) {
            return new Mark(written / 2, written % 2 == 1);
        }

        @Override
        public int compareTo(Mark other) {
            return Integer.compare(written(), other.written());
        }
    }

    List<Mark> marks(ClockName clock, FaultLevel level) {
        return steps.stream()
                .filter(step -> step.isFor(clock, level))
                .map(Step::mark)
                .distinct()
                .sorted()
                .toList();
    }

    /// What is to be done there, all rules together.
    List<Step> at(ClockName clock, FaultLevel level, Mark mark) {
        return steps.stream()
                .filter(step -> step.isFor(clock, level) && step.mark().equals(mark))
                .toList();
    }
}
