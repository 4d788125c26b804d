package io.hengwei.platform.identity;

import io.hengwei.platform.shared.UnitId;
import org.jspecify.annotations.Nullable;

/// A unit of the organisation and its place in the tree; only the root has no parent.
///
/// @param active false once it is closed: nothing new is entered for it, what there is stays
public record Unit(
        UnitId id, String name, Kind kind, @Nullable UnitId parent, boolean active, long version) {
    public enum Kind {
        HEADQUARTERS,
        BRANCH,
        DEPARTMENT
    }
}
