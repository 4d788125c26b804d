package io.hengwei.process.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Somebody who is not in the directory.
public record Caller(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 40) String phone) {}
