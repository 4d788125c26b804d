package io.hengwei.platform.identity.signin;

/// With what somebody has proved who he is, and what of the rules is thereby kept.
public enum Means {
    /// The own password here, and a code where there is a second factor.
    PASSWORD,
    /// A password that a directory judges, and a code where there is a second factor: the password ages elsewhere.
    DIRECTORY,
    /// An issuer, which asked for one factor: a second one is asked for here.
    ISSUER,
    /// An issuer which asks for a second factor itself.
    ISSUER_WITH_FACTOR
}
