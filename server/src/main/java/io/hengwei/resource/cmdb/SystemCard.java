package io.hengwei.resource.cmdb;

import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;

/// What everybody may know of a system.
///
/// @param groupId the operations group that looks after it
/// @param calendar its service hours
public record SystemCard(
        SystemId id,
        String code,
        String name,
        SystemClass systemClass,
        UnitId unit,
        GroupId groupId,
        UserId responsible,
        String calendar,
        boolean active) {}
