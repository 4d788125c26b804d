/// The periodic review of accounts and permissions, confirmed by the department head (SYS-13); and the same for one
/// account whose person has moved, got another post, or whose time is about to end (SYS-03).
@NamedInterface("review")
@NullMarked
package io.hengwei.platform.account.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
