package io.hengwei.process.incident;

import io.hengwei.platform.record.Due;
import io.hengwei.platform.record.Phase;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which incidents: every part is optional, together they narrow.
///
/// @param counted only those that statistics count for the person: a figure's list is of the units whose figures are
/// read
public record IncidentFilter(
        @Nullable Set<IncidentState> state,
        @Nullable Set<Phase> phase,
        @Nullable Set<IncidentKind> kind,
        @Nullable Set<FaultLevel> level,
        @Nullable Set<Priority> priority,
        @Nullable Set<Domain> domain,
        @Nullable Set<Cause> cause,
        @Nullable Set<Channel> channel,
        @Nullable @Size(max = 100) String category,
        @Nullable @Size(max = 100) String source,
        @Nullable UUID unit,
        @Nullable UUID system,
        @Nullable UUID assignee,
        @Nullable UUID group,
        @Nullable UUID requester,
        @Nullable Boolean mine,
        @Nullable Instant openedFrom,
        @Nullable Instant openedTo,
        @Nullable Due due,
        @Nullable @Size(max = 200) String text,
        @Nullable Boolean met,
        @Nullable Boolean resolved,
        @Nullable Boolean reopened,
        @Nullable Boolean reassigned,
        @Nullable Boolean firstLine,
        @Nullable Boolean awaitedRequester,
        @Nullable Boolean withProblem,
        @Nullable Boolean withChange,
        @Nullable Boolean noGroup,
        @Nullable Boolean noCategory,
        @Nullable Boolean noSystem,
        @Nullable Boolean noLevel,
        @Nullable Instant resolvedFrom,
        @Nullable Instant resolvedTo,
        @Nullable Boolean counted) {
    static final String OPEN = "i.state not in ('CLOSED', 'CANCELLED', 'MERGED')";

    /// The states asked for, by themselves or through their phase.
    @Nullable
    Set<IncidentState> states() {
        if (phase == null || phase.isEmpty()) return state;
        var byPhase = Arrays.stream(IncidentState.values())
                .filter(s -> phase.contains(s.phase()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IncidentState.class)));
        if (state != null && !state.isEmpty()) byPhase.retainAll(state);
        return byPhase;
    }

    /// No state is in the phase that was asked for.
    boolean asksForNone() {
        return phase != null
                && !phase.isEmpty()
                && java.util.Objects.requireNonNull(states()).isEmpty();
    }
}
