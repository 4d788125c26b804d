/// How much may come in: requests from an address nobody has signed in from, and with each credential. Everything else
/// of the edge is configuration (`application.yml`: sizes, depths, waiting) or headers (`identity.signin`). Owns no
/// table; publishes `RateLimits`, which stands in the security chain behind whoever knows who asks.
@ApplicationModule(
        id = "edge",
        displayName = "Edge",
        allowedDependencies = {"setting", "shared"})
@NullMarked
package io.hengwei.platform.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
