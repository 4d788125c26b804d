package io.hengwei.platform.identity.protocol;

import io.hengwei.platform.shared.Refused;
import java.net.URI;
import java.util.Set;

/// Passwords and statements travel encrypted, or not beyond this machine.
public final class Safe {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Safe() {}

    /// @param field at which a refusal is shown
    public static void require(URI address, boolean encrypted, String field) {
        if (address.getHost() == null)
            throw Refused.invalid("source-address", address.toString()).at(field);
        if (!encrypted && !HERE.contains(address.getHost()))
            throw Refused.invalid("source-unencrypted", address.toString()).at(field);
    }

    /// An address on the web: `https:`, or this machine.
    public static void requireWeb(URI address, String field) {
        var scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http"))
            throw Refused.invalid("source-address", address.toString()).at(field);
        require(address, scheme.equals("https"), field);
    }
}
