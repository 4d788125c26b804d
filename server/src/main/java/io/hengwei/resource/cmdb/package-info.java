/// What we look after: configuration items. First part: systems (业务系统), their class, service hours, owning unit,
/// responsible person and operations group; incidents, time limits and settings refer to them. Owns the schema `cmdb`;
/// publishes `cmdb.system_card`, `Systems` to look them up and `SystemManagement` to change them.
@NullMarked
@ApplicationModule(
        id = "cmdb",
        allowedDependencies = {"shared", "record", "setting", "calendar", "identity", "document"})
package io.hengwei.resource.cmdb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
