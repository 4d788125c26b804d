package io.hengwei.platform.identity;

import io.hengwei.platform.shared.GroupId;

/// A maintenance group as other pages name one, with its support line (1 to 3).
public record GroupRef(GroupId id, String name, int line) {}
