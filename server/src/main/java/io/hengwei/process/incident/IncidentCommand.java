package io.hengwei.process.incident;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.record.AutomaticCommand;
import io.hengwei.platform.record.RecordCommand;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.Resolution.Code;
import io.hengwei.process.workorder.Outcome;
import io.hengwei.process.workorder.TestResult;
import io.hengwei.process.workorder.WorkOrderType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything one can do to an incident.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface IncidentCommand extends RecordCommand {
    /// The person on duty has seen the new event (INC-11).
    record Confirm() implements IncidentCommand {}

    record Classify(
            @NotNull Impact impact,
            @NotNull Effect effect,
            @NotNull Urgency urgency,
            @Nullable Domain domain,
            @Nullable Cause cause,
            @Nullable @Size(max = 100) String category)
            implements IncidentCommand {}

    /// A person's judgement of the level; afterwards only a graver one is set automatically.
    record Regrade(
            @NotNull FaultLevel level,
            @NotBlank @Size(max = 500) String reason) implements IncidentCommand {}

    /// The level as the rules see it while the fault lasts (INC-08).
    record Escalate(@NotNull FaultLevel level, String reason) implements IncidentCommand, AutomaticCommand {}

    /// @param reason needed when somebody else already has it (WO-05)
    record Dispatch(
            @NotNull GroupId group,
            @Nullable UserId assignee,
            @Nullable @Size(max = 500) String reason) implements IncidentCommand {}

    record RaiseWorkOrder(
            @NotNull WorkOrderType type,
            @NotNull GroupId group,
            @Nullable UserId assignee,
            @NotBlank @Size(max = 10_000) String instructions,
            @Nullable Instant dueAt,
            @Nullable Boolean twoPersons)
            implements IncidentCommand {
        public RaiseWorkOrder(
                WorkOrderType type,
                GroupId group,
                @Nullable UserId assignee,
                String instructions,
                @Nullable Instant dueAt) {
            this(type, group, assignee, instructions, dueAt, null);
        }
    }

    /// Handling as a timed entry with effort (INC-36).
    record RecordWork(
            @NotBlank @Size(max = 2000) String action,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt,
            @NotNull @Min(0) @Max(10_000) Integer minutes,
            @Nullable @Size(max = 2000) String result)
            implements IncidentCommand {}

    /// Feedback of a work order.
    record TakeFeedback(String workOrder, Outcome outcome, String result, int minutes)
            implements IncidentCommand, AutomaticCommand {}

    /// The monitoring system saw the same again, or says that it is over.
    record NoteAlert(String source, int count, Instant lastSeen, boolean resolved)
            implements IncidentCommand, AutomaticCommand {}

    record Wait(
            @NotNull WaitReason waitingFor,
            @NotBlank @Size(max = 1000) String text) implements IncidentCommand {}

    record Resume(@Nullable @Size(max = 1000) String text) implements IncidentCommand {}

    record Resolve(
            @NotNull Code code,
            @NotBlank @Size(max = 4000) String summary,
            @Nullable @Size(max = 2000) String rootCause,
            @NotBlank @Size(max = 2000) String test,
            @NotNull TestResult testResult)
            implements IncidentCommand {}

    record Evaluate(
            @NotNull @Min(1) @Max(5) Integer score,
            @Nullable @Size(max = 1000) String comment) implements IncidentCommand {}

    record Verify(@Nullable @Size(max = 1000) String comment) implements IncidentCommand {}

    record Dispute(@NotBlank @Size(max = 1000) String reason) implements IncidentCommand {}

    record Close() implements IncidentCommand {}

    record Reopen(@NotBlank @Size(max = 1000) String reason) implements IncidentCommand {}

    record Cancel(@NotBlank @Size(max = 1000) String reason) implements IncidentCommand {}

    record Merge(@NotNull RecordId into) implements IncidentCommand {}
}
