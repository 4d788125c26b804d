/// Finding records by words: how text becomes tokens, and how what a person types becomes tokens that must all be
/// there.
/// Pure functions; owns no table. The tokens of records live in `record.record_tokens` under one index for all kinds.
@NullMarked
@ApplicationModule(
        id = "search",
        allowedDependencies = {"shared"})
package io.hengwei.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
