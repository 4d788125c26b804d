/// The door: sign-in, first start, sessions and tokens, the filter that binds the scope of a request.
@NullMarked
package io.hengwei.platform.identity.signin;

import org.jspecify.annotations.NullMarked;
