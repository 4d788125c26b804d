/// Signing in at an issuer (OpenID Connect): there and back again. Behind the door everything is as for everybody.
@NullMarked
package io.hengwei.platform.identity.sso;

import org.jspecify.annotations.NullMarked;
