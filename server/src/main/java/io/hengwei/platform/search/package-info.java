/// Finding records by words: how text becomes tokens, and how what a person types becomes tokens that must all be
/// there. A consumer of the journal writes the tokens of records into the kernel's `record.record_tokens`, one index
/// for all kinds; lists ask it through `SearchQuery` and `Sql.matching`, the search box through `/api/search`. Owns no
/// table.
@NullMarked
@ApplicationModule(
        id = "search",
        allowedDependencies = {"shared", "record", "identity"})
package io.hengwei.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
