package io.hengwei.process.incident;

import org.jspecify.annotations.Nullable;

/// Where an imported incident lived before, and what only its log knows; written by the import alone.
///
/// @param met whether its time limit was kept there
record Origin(
        String source,
        String externalNumber,
        @Nullable Boolean met,
        @Nullable String problemReference,
        @Nullable String changeReference) {}
