package io.hengwei.process.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may happen to a record that its limits depend on.
public enum ClockChange {
    LEVEL,
    PRIORITY,
    /// Another system, or another class of the same.
    SERVICE,
    GROUP,
    REOPENED;

    /// What a change does to a clock, the mildest first.
    public enum Effect {
        /// The limit stays, and goes on with what has been counted.
        CONTINUE,
        /// The limit that is meant for it now, with what has been counted so far.
        RETARGET,
        /// The limit that is meant for it now, counted anew from here.
        RESTART
    }

    /// @param clock null for every clock
    public record Row(
            @NotNull ClockChange change,
            @Nullable ClockName clock,
            @NotNull Effect effect) {}

    /// Asked in this order, the first that speaks of the change and the clock decides; what no row speaks of lets the
    /// clock go on.
    public record Rules(@NotNull @Size(max = 50) List<@NotNull @Valid Row> rows) {
        static final Rules STANDARD = new Rules(List.of(
                new Row(LEVEL, null, Effect.RETARGET),
                new Row(PRIORITY, null, Effect.RETARGET),
                new Row(SERVICE, null, Effect.RETARGET),
                new Row(GROUP, null, Effect.CONTINUE),
                new Row(REOPENED, null, Effect.CONTINUE)));

        /// The strongest of what these changes do.
        Effect of(ClockName clock, Set<ClockChange> changes) {
            return changes.stream()
                    .map(change -> of(clock, change))
                    .max(Enum::compareTo)
                    .orElse(Effect.CONTINUE);
        }

        private Effect of(ClockName clock, ClockChange change) {
            return rows.stream()
                    .filter(row -> row.change() == change && (row.clock() == null || row.clock() == clock))
                    .findFirst()
                    .map(Row::effect)
                    .orElse(Effect.CONTINUE);
        }
    }
}
