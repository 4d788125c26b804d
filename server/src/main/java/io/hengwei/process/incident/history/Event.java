package io.hengwei.process.incident.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.IncidentState;
import io.hengwei.process.incident.Priority;
import io.hengwei.process.incident.Urgency;
import io.hengwei.process.incident.WaitReason;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One row of a log, understood: what happened to an incident, and all that was known of it then.
///
/// @param order where the log tells the order of events at one instant
/// @param originalState in the log's own words
/// @param by who did it, by the log's name
@JsonInclude(JsonInclude.Include.NON_NULL)
record Event(
        String number,
        Instant at,
        long order,
        IncidentState state,
        @Nullable WaitReason waitingFor,
        String originalState,
        @Nullable String by,
        @Nullable String person,
        Facts facts) {
    static final Comparator<Event> IN_TIME = Comparator.comparing(Event::at).thenComparing(Event::order);

    /// @param met whether its time limit was kept, as the log says
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facts(
            String title,
            String description,
            IncidentKind kind,
            Channel channel,
            Impact impact,
            Effect effect,
            Urgency urgency,
            Priority priority,
            @Nullable String group,
            @Nullable String category,
            @Nullable String caller,
            @Nullable String problem,
            @Nullable String change,
            Instant openedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Boolean met,
            int reassignments,
            int reopenings) {}

    boolean awaitsRequester() {
        return waitingFor == WaitReason.REQUESTER;
    }
}
