/// The journal as a feed: one sealer gives committed lines their place, consumers read on from their own position.
@NullMarked
package io.hengwei.platform.record.feed;

import org.jspecify.annotations.NullMarked;
