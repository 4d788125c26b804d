package io.hengwei.platform.account.review;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.record.AutomaticCommand;
import io.hengwei.platform.record.RecordCommand;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything one can do to an account review.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface AccountReviewCommand extends RecordCommand {
    /// One word for one line or for many.
    ///
    /// @param comment needed where something is to change
    /// @param withdraw roles that are to be taken away; each of the lines holds them
    record Decide(
            @NotEmpty @Size(max = 500) List<@NotNull UUID> lines,
            @NotNull ReviewVerdict verdict,
            @Nullable @Size(max = 1000) String comment,
            @Nullable @Size(max = 50) List<@NotNull @Valid RequestedRight> withdraw)
            implements AccountReviewCommand {}

    /// The round as a whole, once every line is decided.
    record Confirm(@Nullable @Size(max = 1000) String comment) implements AccountReviewCommand {}

    /// What was decided is not carried out after all.
    record Waive(
            @NotEmpty @Size(max = 500) List<@NotNull UUID> lines,
            @NotBlank @Size(max = 1000) String reason) implements AccountReviewCommand {}

    /// Whose word it waits for has changed: heads come and go, and are away.
    record Ask(Set<UserId> people) implements AccountReviewCommand, AutomaticCommand {}

    /// These accounts are now as was decided.
    record Settle(List<UUID> lines) implements AccountReviewCommand, AutomaticCommand {}

    record Conclude() implements AccountReviewCommand, AutomaticCommand {}

    /// The account it was about is gone; there is nothing left to decide.
    record Lapse() implements AccountReviewCommand, AutomaticCommand {}
}
