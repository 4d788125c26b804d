package io.hengwei.platform.record.page;

import java.util.UUID;

/// Things by name, as pages show them.
public final class Refs {
    private Refs() {}

    public record Person(UUID id, String name, String unit) {}

    public record Unit(UUID id, String name) {}

    public record Group(UUID id, String name, Integer line) {}

    public record System(UUID id, String name, String systemClass) {}
}
