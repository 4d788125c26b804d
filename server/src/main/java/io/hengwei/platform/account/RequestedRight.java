package io.hengwei.platform.account;

import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.shared.UnitId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A role over a unit and all below it, as it is asked for.
public record RequestedRight(
        @NotBlank @Size(max = 40) String role, @NotNull UnitId unit) {
    Grant grant() {
        return new Grant(role, unit, null, null);
    }

    /// `ENGINEER@unit ENGINEER@unit`, as they stand in their row.
    public static String written(List<RequestedRight> rights) {
        return rights.stream()
                .map(right -> right.role() + "@" + right.unit().value())
                .collect(Collectors.joining(" "));
    }

    public static List<RequestedRight> read(String written) {
        return Stream.of(written.split(" "))
                .filter(each -> !each.isBlank())
                .map(each -> each.split("@"))
                .map(parts -> new RequestedRight(parts[0], new UnitId(UUID.fromString(parts[1]))))
                .toList();
    }
}
