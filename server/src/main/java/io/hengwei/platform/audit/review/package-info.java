/// What stands out in the ledger, and the periodic review of it: drafted by the auditor, approved by somebody else.
@NamedInterface("review")
@NullMarked
package io.hengwei.platform.audit.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
