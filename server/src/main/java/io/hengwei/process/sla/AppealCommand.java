package io.hengwei.process.sla;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.record.RecordCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What becomes of an appeal: decided by somebody else, or withdrawn.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface AppealCommand extends RecordCommand {
    /// What was counted in the stretch is taken back.
    record Uphold(@NotBlank @Size(max = 2000) String opinion) implements AppealCommand {}

    record Dismiss(@NotBlank @Size(max = 2000) String opinion) implements AppealCommand {}

    record Withdraw(@Nullable @Size(max = 2000) String reason) implements AppealCommand {}
}
