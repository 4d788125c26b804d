/// A record as a page: what it is, what can be done now (with a form for each command), its story, its links and
/// watchers.
@NullMarked
package io.hengwei.platform.record.page;

import org.jspecify.annotations.NullMarked;
