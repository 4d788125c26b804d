/// History from other systems: their logs become incidents with their whole story. A file is read row by row into a
/// table (so that rows may stand in any order and no file is too large), then matched record by record with what is
/// known; a preview is the same job that leaves out the writing. What a log's columns mean is data: a mapping.
@NullMarked
package io.hengwei.process.incident.history;

import org.jspecify.annotations.NullMarked;
