/// Level-by-level reporting (逐级上报): who has to be told at once of a fault of which level, and says that he knows
/// (INC-20, 21). A report nobody acknowledges in time goes one level up. Owns the schema `levelreport`: a report is a
/// record (kind `LEVEL_REPORT`), opened by what the journal says of faults; who is told is a setting. Knows only the
/// platform.
@ApplicationModule(
        id = "levelreport",
        allowedDependencies = {"shared", "record", "setting", "identity", "document", "notification :: robot"})
@NullMarked
package io.hengwei.process.levelreport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
