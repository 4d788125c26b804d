package io.hengwei.platform.identity.sso;

import io.hengwei.platform.identity.protocol.Issuers;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody is on the way to an issuer; the browser carries it along, sealed.
///
/// @param next the page to go on with
/// @param proving the session whose person proves anew to be there; null for a sign-in
record Journey(
        UUID source,
        Issuers.Question question,
        String next,
        @Nullable UUID proving,
        Instant begun) {}
