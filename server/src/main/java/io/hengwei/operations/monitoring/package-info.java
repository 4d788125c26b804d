/// What monitoring systems report. First part: Alertmanager's webhook. What comes in is kept before it is understood;
/// every alert has a fate and a reason, and can be told again. One open alert for each thing a source tells of, one
/// incident for each open alert. Owns the schema `monitoring`: raw events, alert events, open alerts, and the rules by
/// which they are judged. Opens incidents and resolves those nobody has taken on through `IncidentManagement`.
@ApplicationModule(
        id = "monitoring",
        allowedDependencies = {"shared", "record", "setting", "identity", "cmdb", "incident", "workorder"})
@NullMarked
package io.hengwei.operations.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
