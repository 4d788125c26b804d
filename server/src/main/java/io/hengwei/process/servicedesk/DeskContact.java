package io.hengwei.process.servicedesk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hengwei.process.incident.OpenIncident;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// What the desk takes down: the incident's minimum facts, and the call they came by.
public record DeskContact(
        @NotNull @Valid @JsonUnwrapped OpenIncident incident,
        @Nullable @Valid Call call) {}
