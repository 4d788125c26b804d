/// Figures over what happened, computed when they are asked for and from nothing but the records themselves: cards, and
/// the views `…_fact` that modules publish. Owns no table. Every figure opens a list of exactly as many rows, because
/// both mean the same by the same filter.
@ApplicationModule(
        id = "report",
        allowedDependencies = {"shared", "record", "incident"})
@NullMarked
package io.hengwei.governance.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
