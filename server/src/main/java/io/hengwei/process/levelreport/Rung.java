package io.hengwei.process.levelreport;

import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Set;

/// Those who are told together.
///
/// @param role that they hold
/// @param over the unit to which their role is bound
record Rung(String role, UnitId over, Set<UserId> people) {}
