package io.hengwei.platform.account;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.record.RecordCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What becomes of an application that was consented to.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface AccountRequestCommand extends RecordCommand {
    /// Just what was agreed to is done: the account made, changed or closed.
    ///
    /// @param username of a new account
    record Execute(
            @Nullable @Pattern(regexp = IdentityAct.USERNAME)
            String username,

            @Nullable @Size(max = 1000) String remark)
            implements AccountRequestCommand {}

    /// It cannot be done as it was asked for; a new application may say it better.
    record TurnDown(@NotBlank @Size(max = 1000) String reason) implements AccountRequestCommand {}

    record Withdraw(@NotBlank @Size(max = 1000) String reason) implements AccountRequestCommand {}
}
