package io.hengwei.platform.identity;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done to roles, by standing in for one another, and by looking at personal fields, as the journal keeps it.
public sealed interface RightsAct extends Operation {
    /// @param administration for ever: what the role may carry follows from it
    record CreateRole(
            @NotBlank @Size(max = 60) String nameZh,
            @NotBlank @Size(max = 60) String nameEn,
            @NotNull @Size(max = 2000) String dutiesZh,
            @NotNull @Size(max = 2000) String dutiesEn,
            @NotNull Administration administration,

            @NotNull @Size(max = 100) List<@NotNull @Pattern(regexp = Patterns.FORM) @Size(max = 80) String> patterns)
            implements RightsAct {}

    /// @param active false switches it off
    record ChangeRole(
            @NotBlank @Size(max = 60) String nameZh,
            @NotBlank @Size(max = 60) String nameEn,
            @NotNull @Size(max = 2000) String dutiesZh,
            @NotNull @Size(max = 2000) String dutiesEn,

            @NotNull @Size(max = 100) List<@NotNull @Pattern(regexp = Patterns.FORM) @Size(max = 80) String> patterns,

            @NotNull Boolean active)
            implements RightsAct {}

    /// A new version of the product brought other rights for these roles.
    record ShipRoles(List<String> recombined) implements RightsAct, Unheld {}

    /// @param roles with which the delegate stands in; null for all but those of an administration
    /// @param from now when absent
    record Delegate(
            @NotNull UserId delegate,
            @Nullable @Size(min = 1, max = 50) Set<@NotBlank String> roles,
            @Nullable Instant from,
            @NotNull Instant until,
            @NotBlank @Size(max = 500) String reason)
            implements RightsAct {}

    record EndDelegation(UUID delegation) implements RightsAct {}

    /// @param fields that were shown
    record ReadPersonal(List<String> fields) implements RightsAct, Unheld {}

    /// @param list which one
    /// @param filter what was asked for
    /// @param people of how many the fields were shown
    record ReadPersonalList(String list, @Nullable String filter, int people, List<String> fields)
            implements RightsAct, Unheld {}
}
