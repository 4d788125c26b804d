package io.hengwei.platform.record;

import io.hengwei.platform.shared.UnitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An administrative act as the journal keeps it: what it needs, what it changes, what was supplied.
///
/// @param permission needed in `unit`, or anywhere when the thing belongs to no unit
/// @param kind of the thing changed (`PERSON`, `SETTING`, `CALENDAR`)
/// @param operation what was supplied; without anything secret
public record Act(String permission, @Nullable UnitId unit, String kind, UUID subject, Operation operation) {}
