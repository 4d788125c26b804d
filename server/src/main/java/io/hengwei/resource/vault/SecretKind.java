package io.hengwei.resource.vault;

/// What a confidential password opens.
public enum SecretKind {
    ADMINISTRATION,
    NETWORK,
    DATABASE,
    APPLICATION,
    CERTIFICATE,
    OTHER;

    /// A key or a certificate comes from elsewhere and has many lines; a password can be made here.
    boolean canBeMade() {
        return this != CERTIFICATE;
    }
}
