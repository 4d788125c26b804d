/// Consent: which acts need a second person, whose word that is, and what happens when it is given.
/// Owns the schema `approval`. A consent is a record (kind `APPROVAL`) that freezes one operation, hashed, and walks
/// through the stages of the rule that held it; rules are a setting, so they have scope, source and history.
/// It is the kernel's `Gate`: nobody calls this module, acts pass through it. What was agreed to is done by the
/// `Performer` of its module in the maker's name, or by the maker, who repeats it.
@ApplicationModule(
        id = "approval",
        allowedDependencies = {"shared", "record", "setting", "identity", "search", "document"})
@NullMarked
package io.hengwei.platform.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
