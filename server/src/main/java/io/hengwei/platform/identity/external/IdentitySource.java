package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.protocol.LdapConfig;
import io.hengwei.platform.identity.protocol.OidcConfig;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A directory or an issuer.
///
/// @param adopting whether accounts without a password here are linked at their first sign-in
/// @param hasSecret whether it is asked with a password
public record IdentitySource(
        UUID id,
        String name,
        SourceKind kind,
        boolean active,
        boolean adopting,
        @Nullable LdapConfig ldap,
        @Nullable OidcConfig oidc,
        boolean hasSecret,
        long version) {}
