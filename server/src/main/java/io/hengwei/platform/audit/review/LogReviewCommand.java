package io.hengwei.platform.audit.review;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.record.RecordCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Everything one can do to a log review (SYS-18, F-31).
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface LogReviewCommand extends RecordCommand {
    /// @param systems whose logs were read
    /// @param logsRead which logs, and how
    /// @param followUp of what was found
    record Draft(
            @NotBlank @Size(max = 2000) String systems,
            @NotBlank @Size(max = 2000) String logsRead,
            @Nullable @Size(max = 4000) String followUp,
            @NotBlank @Size(max = 4000) String opinion)
            implements LogReviewCommand {}

    /// Signs it: whoever drafted it hands it in.
    record Submit() implements LogReviewCommand {}

    record Approve(@Nullable @Size(max = 2000) String comment) implements LogReviewCommand {}

    record SendBack(@NotBlank @Size(max = 2000) String reason) implements LogReviewCommand {}
}
