package io.hengwei.resource.vault;

import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.resource.cmdb.SystemId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a person says about a confidential password: everything but the password.
///
/// @param account whose password it is: `root`, `enable`, `sa`
/// @param custodian who sets it and answers for it
/// @param filedWith the director with whom it is filed
/// @param releaseRule when it may be released, and to whom
/// @param renewDays days until it must be renewed, where they are not those of the setting
/// @param notes nothing secret
public record SecretForm(
        @NotBlank @Size(max = 100) String name,
        @NotNull SecretKind secretKind,
        @NotBlank @Size(max = 200) String account,
        @Nullable SystemId system,
        @NotNull UnitId unit,
        @NotNull UserId custodian,
        @NotNull UserId filedWith,
        @NotBlank @Size(max = 1000) String releaseRule,
        @Nullable @Min(1) @Max(3650) Integer renewDays,
        @Nullable @Size(max = 2000) String notes) {
    String text() {
        return notes == null ? "" : notes.strip();
    }
}
