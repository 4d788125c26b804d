package io.hengwei.platform.account;

import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Ref;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The application form for accounts (F-06). Filing it is what needs consent.
///
/// @param person whose account is changed or closed; null for a new one
/// @param name the real name
/// @param unit the department
/// @param rights all roles the person is to hold afterwards
/// @param from on which day it is to take effect: entry, move, leaving
/// @param until when the account ends by itself; null for no end
/// @param dueAt by when it is to be done; when absent, the limit of the setting after `from`
public record OpenAccountRequest(
        @NotNull RequestKind request,
        @NotNull AccountTarget target,
        @Nullable @Ref("system") UUID system,
        @Nullable UserId person,
        @NotBlank @Size(max = 100) String name,
        @NotNull AccountClass accountClass,
        @Nullable @Size(min = 1, max = 40) String staffNumber,
        @NotNull UnitId unit,
        @Nullable @Size(max = 100) String post,
        @NotNull @Size(max = 20) List<@NotNull @Valid RequestedRight> rights,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant dueAt)
        implements Operation {}
