package io.hengwei.process.levelreport;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.UnitId;

/// Those who have to know of a fault are told.
///
/// @param record the fault
/// @param role whose holders are told
/// @param over the unit to which their role is bound
public record ReportLevel(RecordId record, String level, String role, UnitId over) implements Unheld {}
