package io.hengwei.process.workorder;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Ref;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a new order is made of. With a group it is dispatched at once.
///
/// @param twoPersons whether it is two-person work (WO-13); what the type demands is so in any case
/// @param origin the record it was raised from; its card gives system and level
public record RaiseWorkOrder(
        @NotNull WorkOrderType type,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String instructions,
        @NotNull UnitId unit,
        @NotNull GroupId group,
        @Nullable UserId assignee,
        @Nullable @Pattern(regexp = "P[1-4]") String priority,
        @Nullable Instant dueAt,
        @Nullable RecordId origin,
        @Nullable UserId requester,
        @Nullable @Ref("system") UUID system,
        @Nullable String systemClass,
        @Nullable String level,
        @Nullable Boolean twoPersons)
        implements Operation {
    public RaiseWorkOrder(
            WorkOrderType type,
            String title,
            String instructions,
            UnitId unit,
            GroupId group,
            @Nullable UserId assignee,
            @Nullable String priority,
            @Nullable Instant dueAt,
            @Nullable RecordId origin,
            @Nullable UserId requester,
            @Nullable UUID system,
            @Nullable String systemClass,
            @Nullable String level) {
        this(
                type,
                title,
                instructions,
                unit,
                group,
                assignee,
                priority,
                dueAt,
                origin,
                requester,
                system,
                systemClass,
                level,
                null);
    }

    @Override
    public String commandName() {
        return "Open";
    }
}
