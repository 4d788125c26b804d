package io.hengwei.platform.identity;

import io.hengwei.platform.shared.UnitId;

/// A unit as other pages name one.
public record UnitRef(UnitId id, String name) {}
