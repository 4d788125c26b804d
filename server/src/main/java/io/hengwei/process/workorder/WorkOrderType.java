package io.hengwei.process.workorder;

/// The duty an order carries (WO-03).
public enum WorkOrderType {
    FAULT_SUPPORT,
    ON_SITE_SUPPORT,
    INSPECTION,
    PREVENTIVE_MAINTENANCE,
    CHANGE_IMPLEMENTATION,
    RELEASE,
    BACKUP_RESTORE,
    INSTALLATION,
    CONFIGURATION,
    DATA_CHANGE,
    BUSINESS_GUIDANCE,
    MEETING_SERVICE,
    CORRECTIVE_ACTION
}
