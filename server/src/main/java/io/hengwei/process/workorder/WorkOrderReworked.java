package io.hengwei.process.workorder;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UserId;

/// An order that came from elsewhere was sent back to its handler: what its report said does not stand.
public record WorkOrderReworked(RecordId origin, String reason, UserId by) {}
