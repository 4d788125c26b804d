/// The only entrance for people (DESK-01): whatever comes by phone, in person or through the self-service page becomes
/// an incident here. Owns the schema `servicedesk`: call records (DESK-08). Opens incidents; everything after that is
/// the incident's own matter.
@ApplicationModule(
        id = "servicedesk",
        allowedDependencies = {"shared", "record", "identity", "setting", "cmdb", "incident"})
@NullMarked
package io.hengwei.process.servicedesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
