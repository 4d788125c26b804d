package io.hengwei.platform.record;

import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An administrative act as the journal keeps it: what it needs, what it changes, what was supplied.
///
/// @param permission needed in `unit`, or somewhere when the thing belongs to no unit
/// @param ofEverybody the thing is everybody's, so the permission is needed everywhere
/// @param making the act makes the thing: before it there was none of this id
/// @param kind of the thing changed (`PERSON`, `SETTING`, `CALENDAR`)
/// @param operation what was supplied; without anything secret
public record Act(
        String permission,
        @Nullable UnitId unit,
        boolean ofEverybody,
        boolean making,
        String kind,
        UUID subject,
        Operation operation) {
    public Act(String permission, @Nullable UnitId unit, String kind, UUID subject, Operation operation) {
        this(permission, unit, false, false, kind, subject, operation);
    }

    public static Act ofEverybody(String permission, String kind, UUID subject, Operation operation) {
        return new Act(permission, null, true, false, kind, subject, operation);
    }

    /// An act that makes the thing.
    public static Act making(String permission, @Nullable UnitId unit, String kind, UUID made, Operation operation) {
        return new Act(permission, unit, false, true, kind, made, operation);
    }

    Gate.Proposal proposal() {
        return new Gate.Proposal(operation, permission, kind, making ? null : subject, unit, 0, Map::of);
    }

    void requirePermission(Scope scope) {
        if (ofEverybody && !scope.reach(permission).everywhere()) throw new Forbidden(permission);
        else if (unit == null) scope.require(permission);
        else scope.require(permission, unit);
    }
}
