/// Work orders: the carrier of every field and second-line task, from raising to the evaluation of what came back.
/// Owns the schema `workorder`. Its origin is a record id and a kernel link: it knows no other practice.
/// Publishes `WorkOrderManagement` (raise, perform) and the events `WorkOrderCompleted` and `WorkOrderReworked`.
@ApplicationModule(
        id = "workorder",
        allowedDependencies = {"shared", "record", "document", "identity", "setting", "search"})
@NullMarked
package io.hengwei.process.workorder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
