/// Incidents: every fault, request, alert and question as one record class with a kind, from recording to the closed
/// file. Owns the schema `incident` and publishes the view `incident_fact` to reports. Raises work orders and hears of
/// their completion. Serves INC-01…03, 05…08, 11, 18, 36…38. Time limits are kept elsewhere: clocks read the journal's
/// commands and the card.
@ApplicationModule(
        id = "incident",
        allowedDependencies = {"shared", "record", "document", "identity", "setting", "search", "cmdb", "workorder"})
@NullMarked
package io.hengwei.process.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
