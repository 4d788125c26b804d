package io.hengwei.resource.cmdb;

import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a person says about a system.
///
/// @param serviceHours id of a calendar
public record SystemForm(
        @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,39}")
        String code,

        @NotBlank @Size(max = 100) String name,
        @NotNull SystemClass systemClass,
        @NotBlank @Size(max = 40) String serviceHours,
        @NotNull UnitId unit,
        @NotNull UserId responsible,
        @NotNull GroupId group,
        @Nullable @Size(max = 4000) String description,
        @Nullable Boolean active) {
    boolean inUse() {
        return active == null || active;
    }

    String text() {
        return description == null ? "" : description.strip();
    }
}
