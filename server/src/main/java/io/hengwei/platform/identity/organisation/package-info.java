/// Lists and administration of units, people and groups over HTTP.
@NullMarked
package io.hengwei.platform.identity.organisation;

import org.jspecify.annotations.NullMarked;
