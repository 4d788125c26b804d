package io.hengwei.platform.approval;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.record.AutomaticCommand;
import io.hengwei.platform.record.RecordCommand;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that is done to a consent.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface ApprovalCommand extends RecordCommand, Unheld {
    record Approve(@Nullable @Size(max = 2000) String opinion) implements ApprovalCommand {}

    /// Somebody who is there has agreed with an own account, in the maker's window.
    record ConfirmOnTheSpot(@Nullable @Size(max = 2000) String opinion) implements ApprovalCommand, AutomaticCommand {}

    record Reject(@NotBlank @Size(max = 2000) String reason) implements ApprovalCommand {}

    /// @param stage to which it goes back, counted from 1
    record SendBack(
            @NotNull @Min(1) @Max(20) Integer stage,
            @NotBlank @Size(max = 2000) String reason) implements ApprovalCommand {}

    record HandOver(
            @NotNull UserId person,
            @NotBlank @Size(max = 2000) String reason) implements ApprovalCommand {}

    enum Position {
        BEFORE,
        AFTER
    }

    record AddSign(
            @NotNull UserId person,
            @NotNull Position position,
            @Nullable @Size(max = 2000) String reason) implements ApprovalCommand {}

    record Urge() implements ApprovalCommand {}

    record Withdraw(@Nullable @Size(max = 2000) String reason) implements ApprovalCommand {}

    /// Goes ahead without consent, in an emergency; what was done is reviewed afterwards.
    record BreakGlass(@NotBlank @Size(max = 2000) String reason) implements ApprovalCommand {}

    enum Finding {
        JUSTIFIED,
        UNJUSTIFIED
    }

    record Review(
            @NotNull Finding finding,
            @NotBlank @Size(max = 2000) String opinion) implements ApprovalCommand {}

    /// The last stage is passed; the act is done at once.
    record Pass() implements ApprovalCommand, AutomaticCommand {}

    /// The last stage is passed, and the maker repeats the act.
    record Release() implements ApprovalCommand, AutomaticCommand {}

    record Decline() implements ApprovalCommand, AutomaticCommand {}

    /// The act was done. @param made the id of what it made
    record CarryOut(@Nullable UUID made) implements ApprovalCommand, AutomaticCommand {}

    /// The act was done without consent. @param made the id of what it made
    record CarryOutUnreviewed(@Nullable UUID made) implements ApprovalCommand, AutomaticCommand {}

    /// The act could not be done any more.
    record Annul(String reason) implements ApprovalCommand, AutomaticCommand {}

    record Expire() implements ApprovalCommand, AutomaticCommand {}

    /// Others are asked too: nobody had been found, or the time was over.
    record AskMore(@NotEmpty List<UserId> people) implements ApprovalCommand, AutomaticCommand {}

    /// The time of the stage is over and there is nobody else to ask.
    record NoteOverdue() implements ApprovalCommand, AutomaticCommand {}

    /// Who is absent has a stand-in, or is back.
    record RenewStandIns() implements ApprovalCommand, AutomaticCommand {}
}
