package io.hengwei.process.workorder;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.record.RecordCommand;
import io.hengwei.platform.record.Ref;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything one can do to a work order (WO-01, WO-05, WO-06, WO-08, WO-15).
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface WorkOrderCommand extends RecordCommand {
    /// @param reason needed when somebody else already has the order (WO-05)
    /// @param twoPersons true makes it two-person work; nothing else takes that away again
    record Dispatch(
            @NotNull GroupId group,
            @Nullable UserId assignee,
            @Nullable @Size(max = 500) String reason,
            @Nullable Boolean twoPersons)
            implements WorkOrderCommand {
        public Dispatch(GroupId group, @Nullable UserId assignee, @Nullable String reason) {
            this(group, assignee, reason, null);
        }
    }

    /// One person alone may do it after all (WO-13).
    record LiftTwoPersons(@NotBlank @Size(max = 1000) String reason) implements WorkOrderCommand {}

    record Accept() implements WorkOrderCommand {}

    record Return(@NotBlank @Size(max = 1000) String reason) implements WorkOrderCommand {}

    /// To a member of any maintenance group, who consents by accepting; the order's group stays answerable.
    record Transfer(
            @NotNull @Ref("handler") UserId assignee,
            @NotBlank @Size(max = 1000) String reason) implements WorkOrderCommand {}

    record AskForHelp(@NotBlank @Size(max = 2000) String text) implements WorkOrderCommand {}

    record Start() implements WorkOrderCommand {}

    record RecordWork(
            @NotBlank @Size(max = 2000) String action,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt,
            @NotNull @Min(0) @Max(10_000) Integer minutes,
            @Nullable @Size(max = 2000) String result)
            implements WorkOrderCommand {}

    record Hold(@NotBlank @Size(max = 1000) String reason) implements WorkOrderCommand {}

    record Continue() implements WorkOrderCommand {}

    record Complete(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 4000) String result,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt,
            @NotNull @Min(0) @Max(10_000) Integer minutes,
            @NotBlank @Size(max = 2000) String test,
            @NotNull TestResult testResult,
            @Nullable @Size(max = 2000) String nextStep)
            implements WorkOrderCommand {}

    record Rework(@NotBlank @Size(max = 1000) String reason) implements WorkOrderCommand {}

    record Evaluate(
            @NotNull @Min(1) @Max(5) Integer score,
            @Nullable @Size(max = 1000) String comment) implements WorkOrderCommand {}

    record Cancel(@NotBlank @Size(max = 1000) String reason) implements WorkOrderCommand {}
}
