package io.hengwei.platform.identity.external;

/// How an identity source proves who somebody is.
public enum SourceKind {
    /// A directory: the password typed here is judged there.
    LDAP,
    /// An issuer: the person signs in there and comes back with a signed statement.
    OIDC
}
