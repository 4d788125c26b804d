package io.hengwei.process.sla;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Everything that is promised beyond the rules; a setting, so that each change has its reason, its day and its second
/// person.
///
/// @param agreements each with a name of its own; among equals the earlier one is asked first
public record Agreements(@NotNull @Size(max = 500) List<@NotNull @Valid Agreement> agreements) {
    static final Agreements NONE = new Agreements(List.of());

    @JsonIgnore
    @AssertTrue(message = "{sla.agreement.names}")
    public boolean isNamedApart() {
        return agreements == null
                || agreements.stream().map(Agreement::name).distinct().count() == agreements.size();
    }
}
