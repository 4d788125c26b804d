package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.protocol.LdapConfig;
import io.hengwei.platform.identity.protocol.OidcConfig;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A directory or an issuer.
///
/// @param adopting whether accounts without a password here are linked at their first sign-in
/// @param hasSecret whether it is asked with a password
/// @param failure why the last look at a directory was not finished: in its own words, or `7 / 20` when so many of so
/// many people were missing at once that it was not believed
public record IdentitySource(
        UUID id,
        String name,
        SourceKind kind,
        boolean active,
        boolean adopting,
        @Nullable LdapConfig ldap,
        @Nullable OidcConfig oidc,
        boolean hasSecret,
        @Nullable String failure,
        long version) {}
