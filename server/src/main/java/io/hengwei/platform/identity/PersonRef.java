package io.hengwei.platform.identity;

import io.hengwei.platform.shared.UserId;

/// A person as other pages name one; `unit` is the unit's name.
public record PersonRef(UserId id, String name, String unit) {}
