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
/// @param seen in which version the person saw the thing; 0 where it has none
/// @param operation what was supplied; without anything secret
public record Act(
        String permission,
        @Nullable UnitId unit,
        boolean ofEverybody,
        boolean making,
        String kind,
        UUID subject,
        long seen,
        Operation operation) {
    public Act(String permission, @Nullable UnitId unit, String kind, UUID subject, Operation operation) {
        this(permission, unit, false, false, kind, subject, 0, operation);
    }

    public static Act ofEverybody(String permission, String kind, UUID subject, Operation operation) {
        return new Act(permission, null, true, false, kind, subject, 0, operation);
    }

    /// An act that makes a thing that is everybody's.
    public static Act makingForEverybody(String permission, String kind, UUID made, Operation operation) {
        return new Act(permission, null, true, true, kind, made, 0, operation);
    }

    /// An act that makes the thing.
    public static Act making(String permission, @Nullable UnitId unit, String kind, UUID made, Operation operation) {
        return new Act(permission, unit, false, true, kind, made, 0, operation);
    }

    /// The same, done to the thing as the person saw it.
    public Act seenIn(long version) {
        return new Act(permission, unit, ofEverybody, making, kind, subject, version, operation);
    }

    Gate.Proposal proposal() {
        return new Gate.Proposal(operation, permission, kind, making ? null : subject, unit, seen, Map::of);
    }

    void requirePermission(Scope scope) {
        if (ofEverybody && !scope.reach(permission).everywhere()) throw new Forbidden(permission);
        else if (unit == null) scope.require(permission);
        else scope.require(permission, unit);
    }
}
