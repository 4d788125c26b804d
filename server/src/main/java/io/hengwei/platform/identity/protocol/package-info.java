/// How directories and issuers are spoken to: LDAP by the UnboundID SDK, OpenID Connect by Nimbus'. Knows neither
/// accounts nor the database.
@NullMarked
package io.hengwei.platform.identity.protocol;

import org.jspecify.annotations.NullMarked;
