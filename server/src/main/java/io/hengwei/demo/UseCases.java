package io.hengwei.demo;

import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.page.RecordPages;
import io.hengwei.process.incident.IncidentManagement;
import io.hengwei.process.servicedesk.Intake;
import io.hengwei.process.workorder.WorkOrderManagement;
import org.springframework.stereotype.Component;

/// What the people of the company work with: what their pages call.
@Demo
@Component
record UseCases(
        Intake intake,
        IncidentManagement incidents,
        WorkOrderManagement workOrders,
        Annotations annotations,
        RecordCards cards,
        RecordPages pages,
        RecordTypes types) {}
